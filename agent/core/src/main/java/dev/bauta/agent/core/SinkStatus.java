package dev.bauta.agent.core;

import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Sink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is protected and how well that is known, per library. Written when a class is rewritten,
 * read by the status, the metrics and the after-start check. Thread-safe; never on the path of a
 * value.
 */
final class SinkStatus {

  /** How far a library's protection is known. */
  enum State {
    /** The library was not loaded. */
    ABSENT,
    /** Its classes were rewritten, every expected hook point was there. */
    HOOKED,
    /** A canary came out masked. */
    PROVEN,
    /** A hook point is missing, a rewrite failed, or a canary came out raw. */
    UNPROTECTED
  }

  /** One library's line of the status. */
  record Line(String library, String sink, Mode mode, State state, String detail) {

    /** Whether what goes out this way is hidden. */
    boolean isProtected() {
      return mode.protects() && state != State.UNPROTECTED;
    }
  }

  private static final class Entry {
    private final Instrumentation owner;
    private State state = State.ABSENT;
    private String detail = "";
    private boolean awaitsCanary;
    private boolean copyIsGone;

    private Entry(Instrumentation owner) {
      this.owner = owner;
    }
  }

  private final Map<Instrumentation, Entry> entries = new LinkedHashMap<>();
  private final List<String> strayFailures = new ArrayList<>();
  private final SinkModes modes;
  private final Demand demand;
  private final Wake wake;

  /**
   * @param wake told when there is something new to look at
   */
  SinkStatus(List<Instrumentation> instrumentations, SinkModes modes, Demand demand, Wake wake) {
    this.modes = modes;
    this.demand = demand;
    this.wake = wake;
    for (Instrumentation instrumentation : instrumentations) {
      entries.put(instrumentation, new Entry(instrumentation));
    }
  }

  synchronized void rewritten(String className, List<HookIndex.Entry> hooks, List<String> missing) {
    for (HookIndex.Entry hook : hooks) {
      Entry entry = entries.get(hook.owner());
      if (entry.state == State.ABSENT || entry.copyIsGone) {
        entry.state = entry.state == State.ABSENT ? State.HOOKED : entry.state;
        entry.copyIsGone = false;
        entry.awaitsCanary = hook.hook().className() != null;
        wake.up();
      }
    }
    if (!missing.isEmpty()) {
      unprotected(hooks, "hook point missing: " + missing);
    }
  }

  synchronized void rewriteFailed(
      String className, List<HookIndex.Entry> hooks, Throwable failure) {
    unprotected(hooks, "cannot rewrite " + className + ": " + failure.getClass().getName());
  }

  synchronized void rewriteFailed(String className, Throwable failure) {
    if (strayFailures.size() < 20) {
      strayFailures.add(className + ": " + failure.getClass().getName());
    }
    demand.unprotected(Sink.LOG, className + ": " + failure.getClass().getName());
  }

  synchronized void notRewritten(Instrumentation owner, String className) {
    unprotected(entries.get(owner), className + " is loaded and could not be rewritten");
  }

  /** Some class that was rewritten at build time has asked for its hook. */
  synchronized void inUse(Instrumentation owner) {
    Entry entry = entries.get(owner);
    if (entry != null && entry.state == State.ABSENT) { // null for one whose sink is off
      entry.state = State.HOOKED;
    }
  }

  /** A class that should have been rewritten at build time was not. */
  synchronized void notWoven(Instrumentation owner, String className) {
    unprotected(
        entries.get(owner),
        className + " is on the class path and was not woven; weave its jar, or use -javaagent");
  }

  /**
   * A class of the JDK that only {@code -javaagent} could rewrite. Nobody can mend that in the
   * build, so it is said and nothing is demanded.
   */
  synchronized void beyondReach(Instrumentation owner, String className) {
    Entry entry = entries.get(owner);
    entry.state = State.UNPROTECTED;
    entry.detail =
        className.substring(0, className.lastIndexOf('.'))
            + " is of the JDK and cannot be woven; let a bridge lead from it to a logger that is";
  }

  synchronized void canary(Instrumentation owner, boolean masked, String detail) {
    Entry entry = entries.get(owner);
    if (entry.state == State.UNPROTECTED) {
      return;
    }
    if (masked) {
      entry.state = State.PROVEN;
      entry.detail = detail;
    } else {
      unprotected(entry, detail);
    }
  }

  /** Whether the library has yet to be tried; asked once a library, it is so no more. */
  synchronized boolean tries(Instrumentation owner) {
    Entry entry = entries.get(owner);
    boolean awaits = entry.awaitsCanary && mode(entry) != Mode.OFF;
    entry.awaitsCanary = false;
    return awaits;
  }

  /** The copy of the library that was to be tried is gone; the next one to come is tried. */
  synchronized void notTried(Instrumentation owner) {
    entries.get(owner).copyIsGone = true;
  }

  /** Whether some library that was rewritten has yet to be tried. */
  synchronized boolean awaitsCanary() {
    for (Entry entry : entries.values()) {
      if (entry.awaitsCanary) {
        return true;
      }
    }
    return false;
  }

  /** After the modes have changed: what was looked at only may have to be hidden from now on. */
  synchronized void demandAgain() {
    for (Entry entry : entries.values()) {
      if (entry.state == State.UNPROTECTED) {
        demand.unprotected(entry.owner.sink(), entry.owner.name() + ": " + entry.detail);
      }
    }
  }

  synchronized List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Entry entry : entries.values()) {
      String sink = entry.owner.sink() == null ? "context" : entry.owner.sink().id();
      lines.add(new Line(entry.owner.name(), sink, mode(entry), entry.state, entry.detail));
    }
    return lines;
  }

  synchronized List<String> strayFailures() {
    return List.copyOf(strayFailures);
  }

  private void unprotected(List<HookIndex.Entry> hooks, String detail) {
    for (HookIndex.Entry hook : hooks) {
      unprotected(entries.get(hook.owner()), detail);
    }
  }

  private void unprotected(Entry entry, String detail) {
    entry.state = State.UNPROTECTED;
    entry.detail = detail;
    wake.up();
    demand.unprotected(entry.owner.sink(), entry.owner.name() + ": " + detail);
  }

  /**
   * What tells a principal or the origin of JSON hides nothing itself; it is there wherever values
   * are hidden.
   */
  private Mode mode(Entry entry) {
    Sink sink = entry.owner.sink();
    return sink == null ? Mode.MASK : modes.current().of(sink);
  }
}
