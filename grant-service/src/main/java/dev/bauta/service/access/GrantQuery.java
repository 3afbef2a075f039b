package dev.bauta.service.access;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which grants to list, newest first.
 *
 * @param seenBy only this person's own and those that the person was asked to decide; empty for all
 * @param before only those issued before this version, which is where the page before ended
 * @param limit the most there may be, at least 1
 */
public record GrantQuery(
    Optional<String> seenBy, Optional<String> service, OptionalLong before, int limit) {
  public GrantQuery {
    if (limit < 1) throw new IllegalArgumentException("a list has room for one at least");
  }

  /** All there are. */
  public static GrantQuery newest(int limit) {
    return new GrantQuery(Optional.empty(), Optional.empty(), OptionalLong.empty(), limit);
  }

  public GrantQuery seenBy(String person) {
    return new GrantQuery(Optional.of(person), service, before, limit);
  }
}
