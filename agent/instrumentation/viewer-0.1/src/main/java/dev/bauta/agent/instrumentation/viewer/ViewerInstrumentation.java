package dev.bauta.agent.instrumentation.viewer;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code dev.bauta.annotations.Viewer}: its three empty methods become calls of the agent. The
 * class belongs to the application and may be there several times, in several loaders.
 */
public final class ViewerInstrumentation implements Instrumentation {

  static final String ENTER = "viewer.enter";
  static final String ABOUT = "viewer.about";
  static final String LEAVE = "viewer.leave";

  @Override
  public String name() {
    return "viewer-0.1";
  }

  /** None: this one masks nothing. */
  @Override
  public Sink sink() {
    return null;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(ClassHook.named("dev/bauta/annotations/Viewer", new Rewrites()));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    links.observe(ENTER, new Enter(viewers));
    links.observe(ABOUT, new About(viewers));
    links.observe(LEAVE, new Leave(viewers));
  }

  private record Enter(Viewers viewers) implements Consumer<Object> {
    @Override
    public void accept(Object principal) {
      viewers.enter(new Named((String) principal));
    }
  }

  private record About(Viewers viewers) implements Consumer<Object> {
    @Override
    public void accept(Object subject) {
      viewers.enter(null, (String) subject);
    }
  }

  private record Leave(Viewers viewers) implements Consumer<Object> {
    @Override
    public void accept(Object ignored) {
      viewers.leave();
    }
  }

  private record Named(String principal) implements Supplier<String> {
    @Override
    public String get() {
      return principal;
    }
  }
}
