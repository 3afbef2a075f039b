package dev.bauta.service.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests to list, newest first.
 *
 * @param states empty matches nothing
 * @param viewer only what this person may see; empty for all
 * @param from asked then or later
 * @param to asked before
 * @param after only those that come after it in the list
 * @param limit the most there may be, at least 1
 */
public record RequestQuery(
    Set<RequestState> states,
    Optional<Viewer> viewer,
    Optional<String> service,
    Optional<String> requester,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Place> after,
    int limit) {
  public RequestQuery {
    states = Set.copyOf(states);
    if (limit < 1) throw new IllegalArgumentException("a list has room for one at least");
  }

  /**
   * Who looks: sees the person's own requests, those that the person was asked to decide or has
   * decided, and the pending ones of people whose deputy the person is at that moment.
   */
  public record Viewer(String person, Instant at) {}

  /** A request's place in the list: nothing that is asked later comes after it. */
  public record Place(Instant askedAt, String id) {}

  /** All there are. */
  public static RequestQuery newest(int limit) {
    return new RequestQuery(
        EnumSet.allOf(RequestState.class),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit);
  }

  public RequestQuery in(Set<RequestState> those) {
    return new RequestQuery(those, viewer, service, requester, from, to, after, limit);
  }

  public RequestQuery seenBy(String person, Instant now) {
    return new RequestQuery(
        states, Optional.of(new Viewer(person, now)), service, requester, from, to, after, limit);
  }
}
