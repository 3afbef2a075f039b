package dev.bauta.service.access;

import java.time.Instant;
import java.util.Optional;

/**
 * The review of one break-glass request.
 *
 * @param due by when
 * @param done empty while nobody has looked at it
 */
public record ReviewRecord(String request, Instant due, Optional<Done> done) {

  /**
   * @param justified whether breaking the glass was right
   */
  public record Done(String by, Instant at, boolean justified) {}

  public boolean overdue(Instant now) {
    return done.isEmpty() && !now.isBefore(due);
  }
}
