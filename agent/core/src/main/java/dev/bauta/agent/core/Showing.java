package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.engine.Disclosure;
import dev.bauta.engine.Mark;
import dev.bauta.engine.PiiType;
import dev.bauta.engine.RoleRule;

/**
 * What the running thread's principal may see: a live grant says so, or a rule for a role. Logs
 * never show anything.
 */
final class Showing {

  private final Reveals reveals;
  private final ViewerContext viewers;
  private final Counters counters;

  Showing(Reveals reveals, ViewerContext viewers, Counters counters) {
    this.reveals = reveals;
    this.viewers = viewers;
    this.counters = counters;
  }

  /** Whether anybody may see anything at the moment. */
  boolean showsAnything() {
    return reveals.anyLive() || !viewers.roles().isEmpty();
  }

  /** What may be shown of a text. */
  Disclosure disclosure(Sink sink, String field) {
    return sink == Sink.LOG || !showsAnything()
        ? Disclosure.NOTHING
        : type -> may(sink, type, field);
  }

  /** Whether this thread's principal may see the value; a yes is counted. */
  boolean reveals(Sink sink, Mark mark, String field) {
    try {
      if (may(sink, mark.type(), field)) {
        counters.revealed(sink, mark.type());
        return true;
      }
    } catch (Throwable failure) {
      counters.failed(failure);
    }
    return false;
  }

  /** Tells the next stage of this thread that it may show the value. */
  void show(Object value) {
    viewers.current().revealed(value);
  }

  /** Whether an earlier stage of this thread has just shown this very string. */
  boolean hasShown(String value) {
    if (!showsAnything()) {
      return false;
    }
    Viewer viewer = viewers.current();
    return viewer != null && viewer.hasRevealed(value);
  }

  private boolean may(Sink sink, PiiType type, String field) {
    if (sink == Sink.LOG || !showsAnything()) {
      return false;
    }
    Viewer viewer = viewers.current();
    Viewer speaking = viewer == null ? null : viewers.speaking(viewer);
    String principal = speaking == null ? null : speaking.name();
    return principal != null
        && (hasRole(speaking, sink, type)
            || reveals.reveal(principal, sink, type, field, viewer.subject()));
  }

  /** Asked before the grants: what a role shows takes nothing from them. */
  private boolean hasRole(Viewer viewer, Sink sink, PiiType type) {
    for (RoleRule rule : viewers.roles()) {
      if (rule.shows(sink.id(), type) && viewer.holds(rule)) {
        return true;
      }
    }
    return false;
  }
}
