package dev.bauta.agent.instrumentation.executors;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Viewers;

/**
 * Takes the viewer of the running thread for a task. Where that fails the task is nobody's.
 * Thread-safe.
 */
record Hand(Viewers viewers, Masking masking) {

  /** A function that is asked for nobody costs this look, and nothing else. */
  boolean isEmpty() {
    return !viewers.isAnybody();
  }

  /** The viewer as another thread may have it, or null for nobody. */
  Object take() {
    try {
      return viewers.carried();
    } catch (Throwable failure) {
      masking.failed(failure);
      return null;
    }
  }

  /** A thread of a pool begins anew: what the log said of it before is over, too. */
  void begin(Object viewer) {
    viewers.named(null);
    viewers.place()[0] = viewer;
  }

  /** The place of the running thread. */
  Object[] place() {
    return viewers.place();
  }
}
