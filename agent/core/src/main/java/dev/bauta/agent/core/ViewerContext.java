package dev.bauta.agent.core;

import dev.bauta.agent.api.Viewers;
import java.util.function.Supplier;

/**
 * The principal of each thread, as a stack: a forwarded request or a nested call puts another on
 * top and takes it off again. Thread-safe because each thread sees only its own.
 */
final class ViewerContext implements Viewers {

  /** One entry of a thread's stack. Used by its thread only. */
  static final class Viewer {
    private final Viewer below;
    private final String subject;
    private Supplier<String> source;
    private String name;
    private int muted;

    /** The string that an earlier stage revealed last, for the next stage to leave alone. */
    private Object lastRevealed;

    private Viewer(Viewer below, Supplier<String> source, String subject) {
      this.below = below;
      this.source = source;
      this.subject = subject;
    }

    /** The principal's name, or null for nobody; asked from its source once. */
    String name() {
      if (muted > 0) {
        return null;
      }
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
      return value != null && muted == 0 && lastRevealed == value;
    }
  }

  private final ThreadLocal<Viewer> viewers = new ThreadLocal<>();

  /** The running thread's viewer, or null for nobody. */
  Viewer current() {
    return viewers.get();
  }

  @Override
  public void enter(Supplier<String> name) {
    Viewer below = viewers.get();
    viewers.set(new Viewer(below, name, below == null ? null : below.subject));
  }

  @Override
  public void enter(Supplier<String> name, String subject) {
    Viewer below = viewers.get();
    Supplier<String> source = name != null ? name : below == null ? () -> null : below::name;
    viewers.set(new Viewer(below, source, subject));
  }

  @Override
  public void mute() {
    Viewer viewer = viewers.get();
    if (viewer != null) {
      viewer.muted++;
    }
  }

  @Override
  public void unmute() {
    Viewer viewer = viewers.get();
    if (viewer != null && viewer.muted > 0) {
      viewer.muted--;
    }
  }

  @Override
  public void leave() {
    Viewer top = viewers.get();
    if (top == null) {
      return;
    }
    if (top.below == null) {
      viewers.remove();
    } else {
      viewers.set(top.below);
    }
  }
}
