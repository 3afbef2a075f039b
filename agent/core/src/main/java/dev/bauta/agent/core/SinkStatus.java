package dev.bauta.agent.core;

import dev.bauta.agent.api.Instrumentation;
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
  record Line(String library, String sink, State state, String detail) {}

  private static final class Entry {
    private final Instrumentation owner;
    private State state = State.ABSENT;
    private String detail = "";

    private Entry(Instrumentation owner) {
      this.owner = owner;
    }
  }

  private final Map<Instrumentation, Entry> entries = new LinkedHashMap<>();
  private final List<String> strayFailures = new ArrayList<>();

  SinkStatus(List<Instrumentation> instrumentations) {
    for (Instrumentation instrumentation : instrumentations) {
      entries.put(instrumentation, new Entry(instrumentation));
    }
  }

  synchronized void rewritten(String className, List<HookIndex.Entry> hooks, List<String> missing) {
    for (HookIndex.Entry hook : hooks) {
      Entry entry = entries.get(hook.owner());
      if (entry.state == State.ABSENT) {
        entry.state = State.HOOKED;
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
  }

  synchronized void notRewritten(Instrumentation owner, String className) {
    Entry entry = entries.get(owner);
    entry.state = State.UNPROTECTED;
    entry.detail = className + " is loaded and could not be rewritten";
  }

  synchronized void canary(Instrumentation owner, boolean masked, String detail) {
    Entry entry = entries.get(owner);
    if (entry.state == State.UNPROTECTED) {
      return;
    }
    entry.state = masked ? State.PROVEN : State.UNPROTECTED;
    entry.detail = detail;
  }

  synchronized List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Entry entry : entries.values()) {
      String sink = entry.owner.sink() == null ? "principal" : entry.owner.sink().id();
      lines.add(new Line(entry.owner.name(), sink, entry.state, entry.detail));
    }
    return lines;
  }

  synchronized List<String> strayFailures() {
    return List.copyOf(strayFailures);
  }

  private void unprotected(List<HookIndex.Entry> hooks, String detail) {
    for (HookIndex.Entry hook : hooks) {
      Entry entry = entries.get(hook.owner());
      entry.state = State.UNPROTECTED;
      entry.detail = detail;
    }
  }
}
