package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.engine.Disclosure;
import dev.bauta.engine.Mark;
import dev.bauta.engine.PiiType;

/** What the running thread's principal may see: a live grant says so. Logs never show anything. */
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
    return reveals.anyLive();
  }

  /** What may be shown of a text. */
  Disclosure disclosure(Sink sink, String field) {
    return sink == Sink.LOG || !reveals.anyLive()
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
    if (!reveals.anyLive()) {
      return false;
    }
    ViewerContext.Viewer viewer = viewers.current();
    return viewer != null && viewer.hasRevealed(value);
  }

  private boolean may(Sink sink, PiiType type, String field) {
    if (sink == Sink.LOG || !reveals.anyLive()) {
      return false;
    }
    ViewerContext.Viewer viewer = viewers.current();
    String principal = viewer == null ? null : viewers.principal(viewer);
    return principal != null && reveals.reveal(principal, sink, type, field, viewer.subject());
  }
}
