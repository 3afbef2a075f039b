package dev.bauta.agent.testing;

import dev.bauta.agent.api.Viewers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Who is looking, per thread, with what a test wants to know about it. */
public final class TestViewers implements Viewers {

  private record Viewer(Supplier<String> name, String subject) {}

  private final ThreadLocal<Deque<Viewer>> stack = ThreadLocal.withInitial(ArrayDeque::new);
  private final ThreadLocal<Integer> muted = ThreadLocal.withInitial(() -> 0);
  private final AtomicInteger entered = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger();

  /** The running thread's principal, or null. */
  public String name() {
    Viewer top = stack.get().peek();
    return top == null || muted.get() > 0 ? null : top.name().get();
  }

  /** The running thread's data subject, or null. */
  public String subject() {
    Viewer top = stack.get().peek();
    return top == null ? null : top.subject();
  }

  /** How many viewers are on the running thread. */
  public int depth() {
    return stack.get().size();
  }

  /** How often somebody came, on any thread. */
  public int entered() {
    return entered.get();
  }

  /** How often somebody went, on any thread. */
  public int left() {
    return left.get();
  }

  @Override
  public void enter(Supplier<String> name) {
    enter(name, subject());
  }

  @Override
  public void enter(Supplier<String> name, String subject) {
    entered.incrementAndGet();
    Supplier<String> source = name != null ? name : fixed(name());
    stack.get().push(new Viewer(source, subject));
  }

  @Override
  public void leave() {
    left.incrementAndGet();
    stack.get().poll();
  }

  @Override
  public void mute() {
    muted.set(muted.get() + 1);
  }

  @Override
  public void unmute() {
    muted.set(muted.get() - 1);
  }

  private static Supplier<String> fixed(String name) {
    return () -> name;
  }
}
