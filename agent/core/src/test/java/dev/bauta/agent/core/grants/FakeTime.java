package dev.bauta.agent.core.grants;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The two clocks of a machine, which a test turns. They begin with numbers of no relation. */
final class FakeTime extends Clock {

  private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

  private long nanos = -7_000_000_000L; // System.nanoTime may well be negative
  private long wallMillis = BEGIN.toEpochMilli();

  long nanos() {
    return nanos;
  }

  long wallMillis() {
    return wallMillis;
  }

  void pass(Duration time) {
    nanos += time.toNanos();
    wallMillis += time.toMillis();
  }

  /** The machine sleeps: the monotonic clock stands still. */
  void sleep(Duration time) {
    wallMillis += time.toMillis();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(wallMillis);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
