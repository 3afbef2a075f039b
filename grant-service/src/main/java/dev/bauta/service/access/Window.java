package dev.bauta.service.access;

import java.time.Duration;
import java.time.Instant;

/** From the approval to an absolute end; nothing prolongs it. */
public record Window(Instant from, Instant until) {
  public boolean over(Instant now) {
    return !now.isBefore(until);
  }

  Duration length() {
    return Duration.between(from, until);
  }
}
