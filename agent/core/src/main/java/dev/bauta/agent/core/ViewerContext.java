package dev.bauta.agent.core;

import dev.bauta.agent.api.Viewers;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The principal of each thread: a forwarded request or a nested call puts another in its place, and
 * the one before back again. Thread-safe because each thread sees only its own.
 */
final class ViewerContext implements Viewers {

  /** What stands in a thread's place. Used by its thread only. */
  static final class Viewer {
    private final String subject;
    private Supplier<String> source;
    private String name;

    /** The string that an earlier stage revealed last, for the next stage to leave alone. */
    private Object lastRevealed;

    private Viewer(Supplier<String> source, String subject) {
      this.source = source;
      this.subject = subject;
    }

    private Viewer(String name, String subject) {
      this.name = name;
      this.subject = subject;
    }

    /** The principal's name, or null for nobody; asked from its source once. */
    String name() {
      if (source != null) {
        Supplier<String> ask = source;
        source = null; // first: a source that throws or asks us back is not asked again
        name = ask.get();
      }
      return name;
    }

    /** The data subject whose values are being handled, or null where that is not known. */
    String subject() {
      return subject;
    }

    void revealed(Object value) {
      lastRevealed = value;
    }

    boolean hasRevealed(Object value) {
      return value != null && lastRevealed == value;
    }
  }

  // Nothing is ever revealed to it, so nothing in it changes.
  private static final Viewer NOBODY = new Viewer((String) null, null);

  // Never removed: it holds an array of the JDK and, while somebody is looking, one entry.
  private final ThreadLocal<Object[]> places = new ThreadLocal<>();

  private final BooleanSupplier showing;

  /**
   * @param showing whether anything can be shown to anybody at the moment
   */
  ViewerContext(BooleanSupplier showing) {
    this.showing = showing;
  }

  /** The running thread's viewer, or null for nobody. */
  Viewer current() {
    Object[] place = places.get();
    return place == null ? null : (Viewer) place[0];
  }

  @Override
  public Object[] place() {
    Object[] place = places.get();
    if (place == null) {
      place = new Object[1];
      places.set(place);
    }
    return place;
  }

  @Override
  public Object viewer(Supplier<String> name) {
    Viewer below = current();
    return new Viewer(name, below == null ? null : below.subject);
  }

  @Override
  public Object about(String subject) {
    Viewer below = current();
    return new Viewer(below == null ? () -> null : below::name, subject);
  }

  @Override
  public boolean isAnybody() {
    Viewer viewer = current();
    return viewer != null && viewer != NOBODY;
  }

  @Override
  public Object carried() {
    Viewer viewer = current();
    if (viewer == null || viewer == NOBODY || !showing.getAsBoolean()) {
      return null;
    }
    String name = viewer.name();
    return name == null ? null : new Viewer(name, viewer.subject);
  }

  @Override
  public Object nobody() {
    return NOBODY;
  }
}
