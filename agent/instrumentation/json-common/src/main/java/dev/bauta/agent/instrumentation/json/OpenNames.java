package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.Masking;
import java.lang.ref.WeakReference;

/**
 * Under which name a value is written that has none of its own: an element of an array, or what
 * follows a name that was written by itself. For writers that do not keep their names. Only names
 * with a rule are remembered, and what is inside of them, so most threads keep nothing. A writer
 * belongs to the thread that uses it. Thread-safe.
 */
public final class OpenNames {

  private final JsonStrings strings;
  private final ThreadLocal<Open> opens = new ThreadLocal<>();

  /** A writer in which something is remembered; a thread may use several at once. */
  private static final class Open {
    private final WeakReference<Object> writer;
    private Level level;
    private String pending;
    private Open next;

    Open(Object writer, Open next) {
      this.writer = new WeakReference<>(writer);
      this.next = next;
    }
  }

  /** An array or object that is open; {@code elements} is what its elements go by. */
  private record Level(String elements, Level around) {}

  /** Remembers for writers of one library. */
  public OpenNames(Masking masking) {
    strings = new JsonStrings(masking);
  }

  /** A name was written by itself; a value follows, or an array or object begins. */
  public void name(Object writer, String name) {
    Open open = of(writer);
    if (open == null) {
      if (strings.rule(name) == null) {
        return;
      }
      open = add(writer);
      open.level = new Level(null, null); // the object that the name is in
    }
    open.pending = name;
  }

  /**
   * An array or object begins.
   *
   * @param name its own name where that is known, or null
   */
  public void begin(Object writer, String name, boolean array) {
    Open open = of(writer);
    if (open == null) {
      if (array && strings.rule(name) != null) {
        add(writer).level = new Level(name, null);
      }
      return;
    }
    String own = name != null ? name : open.pending != null ? open.pending : open.level.elements;
    open.pending = null;
    open.level = new Level(array ? own : null, open.level);
  }

  /** What began last and is open has ended. */
  public void end(Object writer) {
    Open open = of(writer);
    if (open == null) {
      return;
    }
    open.pending = null;
    open.level = open.level.around;
    if (open.level == null) {
      remove(open);
    }
  }

  /** The name that the next value goes by where it has none of its own, or null. */
  public String current(Object writer) {
    Open open = of(writer);
    if (open == null) {
      return null;
    }
    String name = open.pending != null ? open.pending : open.level.elements;
    open.pending = null;
    return name;
  }

  private Open of(Object writer) {
    Open open = opens.get();
    while (open != null && open.writer.get() != writer) {
      open = open.next;
    }
    return open;
  }

  private Open add(Object writer) {
    Open first = opens.get();
    while (first != null && first.writer.get() == null) { // given up by the application
      first = first.next;
    }
    Open open = new Open(writer, first);
    opens.set(open);
    return open;
  }

  private void remove(Open gone) {
    Open first = opens.get();
    if (first == gone) {
      if (gone.next == null) {
        opens.remove();
      } else {
        opens.set(gone.next);
      }
      return;
    }
    for (Open open = first; open != null; open = open.next) {
      if (open.next == gone) {
        open.next = gone.next;
      }
    }
  }
}
