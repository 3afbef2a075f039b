package dev.bauta.agent.core.grants;

import dev.bauta.grants.Grant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A grant with its times on this JVM's monotonic clock and what is left of its reveals.
 *
 * @param left shared by all tables that hold the same grant
 */
record LiveGrant(Grant grant, long from, long until, AtomicLong left) {

  boolean runs(long now) {
    return now - from >= 0 && until - now > 0;
  }

  /** Takes one reveal, never more than there are. */
  boolean take() {
    long before;
    do {
      before = left.get();
      if (before <= 0) {
        return false;
      }
    } while (!left.compareAndSet(before, before - 1));
    return true;
  }
}
