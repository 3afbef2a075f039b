package dev.bauta.agent.instrumentation.executors;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.List;

/**
 * Carries the viewer of the thread that hands over a task to the thread that runs it: pools, fork
 * and join, stages of completable futures, virtual threads. What nobody handed over runs as nobody,
 * whoever's work the thread did before or is waiting for.
 */
public final class ExecutorsInstrumentation implements Instrumentation {

  static final String PLACE = "executors.place";

  @Override
  public String name() {
    return "executors-17";
  }

  /** None: this one masks nothing. */
  @Override
  public Sink sink() {
    return null;
  }

  @Override
  public boolean isForViewers() {
    return true;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        PoolRewrite.hook(),
        TaskRewrite.future(),
        TaskRewrite.scheduled(),
        TaskRewrite.threadPerTask(),
        TaskRewrite.virtualThreads(),
        StageRewrite.hook(),
        ForkRewrite.tasks(),
        ForkRewrite.pool());
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    Hand hand = new Hand(viewers, masking);
    links.place(PLACE, viewers);
    PoolRewrite.link(links, hand);
    TaskRewrite.link(links, hand);
    StageRewrite.link(links, hand);
    ForkRewrite.link(links, hand);
  }
}
