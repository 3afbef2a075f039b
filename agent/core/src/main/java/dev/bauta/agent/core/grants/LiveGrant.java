package dev.bauta.agent.core.grants;

import dev.bauta.grants.Grant;

/**
 * A grant with its times on this JVM's monotonic clock.
 *
 * @param ledger shared by all tables that hold the same grant
 */
record LiveGrant(Grant grant, long from, long until, Ledger ledger) {

  boolean runs(long now) {
    return now - from >= 0 && until - now > 0;
  }

  /** Takes one reveal, never more than there are. */
  boolean take() {
    return ledger.take(grant.maxReveals());
  }

  /** Whether it can still open anything, now or later. */
  boolean open(long now) {
    return until - now > 0 && !ledger.spent(grant.maxReveals());
  }
}
