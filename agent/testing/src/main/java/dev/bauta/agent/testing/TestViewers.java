package dev.bauta.agent.testing;

import dev.bauta.agent.api.ViewerSources;
import dev.bauta.agent.api.Viewers;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Who is looking, per thread, with what a test wants to know about it. */
public final class TestViewers implements Viewers {

  private record Viewer(Viewer below, Supplier<String> name, String subject) {}

  private static final Viewer NOBODY = new Viewer(null, () -> null, null);

  private final Queue<Object[]> all = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Object[]> places = ThreadLocal.withInitial(this::newPlace);
  private final AtomicInteger entered = new AtomicInteger();

  private ViewerSources sources = ViewerSources.NONE;
  private String named;
  private Supplier<String> context;

  /** The running thread's principal, or null. */
  public String name() {
    Viewer top = top();
    return top == null ? null : top.name().get();
  }

  /** What the running thread's principal is asked from, or null. */
  public Supplier<String> source() {
    Viewer top = top();
    return top == null ? null : top.name();
  }

  /** Whom the logging context named last, on whatever thread. */
  public String named() {
    return named;
  }

  /** Whom a security framework names on whatever thread it spoke last, or null. */
  public String contextName() {
    return context == null ? null : context.get();
  }

  /** What a security framework's principal is asked from, or null. */
  public Supplier<String> contextSource() {
    return context;
  }

  @Override
  public void context(Supplier<String> name) {
    context = name;
  }

  /** Says where else principals come from. */
  public void sources(ViewerSources others) {
    sources = others;
  }

  @Override
  public ViewerSources sources() {
    return sources;
  }

  @Override
  public void named(String principal) {
    named = principal;
  }

  /** The running thread's data subject, or null. */
  public String subject() {
    Viewer top = top();
    return top == null ? null : top.subject();
  }

  /** How many viewers are on the running thread. */
  public int depth() {
    int depth = 0;
    for (Viewer viewer = top(); viewer != null; viewer = viewer.below()) {
      depth++;
    }
    return depth;
  }

  /** How often somebody came, on any thread. */
  public int entered() {
    return entered.get();
  }

  /** On how many threads there is somebody now. */
  public int threads() {
    int threads = 0;
    for (Object[] place : all) {
      threads += place[0] == null ? 0 : 1;
    }
    return threads;
  }

  /** Puts a principal on this thread. */
  public void enter(Supplier<String> name) {
    place()[0] = viewer(name);
  }

  /** Takes the last principal off this thread. */
  public void leave() {
    Viewer top = top();
    place()[0] = top == null ? null : top.below();
  }

  @Override
  public Object[] place() {
    return places.get();
  }

  @Override
  public Object viewer(Supplier<String> name) {
    return viewer(name, subject());
  }

  @Override
  public Object about(String subject) {
    String name = name();
    return viewer(() -> name, subject);
  }

  private Viewer viewer(Supplier<String> name, String subject) {
    entered.incrementAndGet();
    return new Viewer(top(), name, subject);
  }

  private Viewer top() {
    return (Viewer) place()[0];
  }

  @Override
  public boolean isAnybody() {
    return top() != null && top() != NOBODY;
  }

  @Override
  public Object carried() {
    String name = name();
    return name == null ? null : new Viewer(null, () -> name, subject());
  }

  @Override
  public Object nobody() {
    return NOBODY;
  }

  private Object[] newPlace() {
    Object[] place = new Object[1];
    all.add(place);
    return place;
  }
}
