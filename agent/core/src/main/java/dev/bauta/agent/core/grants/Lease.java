package dev.bauta.agent.core.grants;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long this agent may go on without another word from the service. Counted on the monotonic
 * clock from when the word was signed, so neither a slow network nor a turned clock makes it
 * longer. Thread-safe; a check is one volatile read.
 */
final class Lease {

  /** A machine that slept: its monotonic clock may have stood still, the wall clock has not. */
  private static final long SLEPT_MILLIS = 5_000;

  private final LongSupplier wallMillis;
  private final Duration longest;
  private volatile Term term = new Term(0, 0, 0, 0);

  /** What the last word gave: from and until in nanoseconds, and both clocks when it came. */
  private record Term(long from, long until, long nanos, long wall) {}

  Lease(LongSupplier wallMillis, Duration longest) {
    this.wallMillis = wallMillis;
    this.longest = longest;
  }

  /**
   * A word of the service was accepted. Its own lease counts, up to what this agent allows.
   *
   * @param signed when it was signed, on the monotonic clock
   */
  void renew(long signed, Duration lease, long now) {
    Duration bounded = lease.compareTo(longest) < 0 ? lease : longest;
    term = new Term(signed, signed + bounded.toNanos(), now, wallMillis.getAsLong());
  }

  /** Whether values may be shown now. */
  boolean holds(long now) {
    Term last = term;
    return last.until - now > 0 && last.until != last.from && !slept(last, now);
  }

  /** Whether less than half of it is left, or none: time to ask. */
  boolean wearsOut(long now) {
    Term last = term;
    return !holds(now) || last.until - now < (last.until - last.from) / 2;
  }

  /** The length of the lease in force or last in force; zero before the first. */
  Duration length() {
    Term last = term;
    return Duration.ofNanos(last.until - last.from);
  }

  /** What is left of it; zero where it has ended. */
  Duration left(long now) {
    return holds(now) ? Duration.ofNanos(term.until - now) : Duration.ZERO;
  }

  private boolean slept(Term last, long now) {
    long wall = wallMillis.getAsLong() - last.wall;
    return wall - (now - last.nanos) / 1_000_000 > SLEPT_MILLIS;
  }
}
