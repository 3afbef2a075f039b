package dev.bauta.agent.core.grants;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The service's time on this JVM's monotonic clock. Each word tells when it was signed; of those
 * that came lately, the one that was under way for the shortest time sets the clock. So a word that
 * was held up on the way counts from when it was signed. Used under the intake's lock.
 */
final class ServiceClock {

  /** What comes together after a stall must not push out what came before it: it is one entry. */
  private static final long TOGETHER_NANOS = TimeUnit.SECONDS.toNanos(30);

  /**
   * Entries: enough to outlast a stall, few enough to follow a service whose clock was set back.
   */
  private static final int MEMORY = 4;

  private static final long MOVED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Duration FAR = Duration.ofDays(36_500);

  private final long[] offsets = new long[MEMORY];
  private Instant origin;
  private long entryBegan;
  private int entries;

  /**
   * A word signed at that time has come now.
   *
   * @return whether the clock was set forward by it: what was reckoned before ends earlier now
   */
  boolean saw(Instant signed, long now) {
    if (origin == null) {
      origin = signed;
      enter(now, now);
      return false;
    }
    long before = offset();
    long offset = now - sinceOrigin(signed);
    if (now - entryBegan > TOGETHER_NANOS) {
      enter(offset, now);
    } else if (offset - offsets[(entries - 1) % MEMORY] < 0) {
      offsets[(entries - 1) % MEMORY] = offset;
    }
    return before - offset() > MOVED_NANOS;
  }

  /** That time of the service in this JVM's nanoseconds; only after the first word. */
  long nanosAt(Instant time) {
    return offset() + sinceOrigin(time);
  }

  private void enter(long offset, long now) {
    offsets[entries % MEMORY] = offset;
    entries++;
    entryBegan = now;
  }

  private long offset() {
    long least = offsets[0];
    for (int i = 1; i < Math.min(entries, MEMORY); i++) {
      least = offsets[i] - least < 0 ? offsets[i] : least;
    }
    return least;
  }

  private long sinceOrigin(Instant time) {
    Duration since = Duration.between(origin, time);
    if (since.compareTo(FAR) > 0) {
      return FAR.toNanos();
    }
    return since.compareTo(FAR.negated()) < 0 ? -FAR.toNanos() : since.toNanos();
  }
}
