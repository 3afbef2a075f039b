package dev.bauta.agent.core.grants;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long this agent may go on without another word from the service. Counted on the monotonic
 * clock, so turning the host's clock changes nothing. Thread-safe.
 */
final class Lease {

  private final LongSupplier nanoTime;
  private final Duration longest;
  private volatile long until;
  private volatile boolean given;

  Lease(LongSupplier nanoTime, Duration longest) {
    this.nanoTime = nanoTime;
    this.longest = longest;
  }

  /** A token was accepted. Its own lease counts, up to what this agent allows. */
  void renew(Duration lease) {
    Duration bounded = lease.compareTo(longest) < 0 ? lease : longest;
    until = nanoTime.getAsLong() + bounded.toNanos();
    given = true;
  }

  boolean valid(long now) {
    return given && until - now > 0;
  }

  Duration left() {
    long left = until - nanoTime.getAsLong();
    return given && left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }
}
