package dev.bauta.service.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to see, as rules look at it. Immutable.
 *
 * @param groups those the requester is in
 * @param roles the requester's roles, in lower case
 * @param fields columns or JSON properties; empty optional for all of the types
 * @param forOne whether one data subject is named
 * @param minutes for how long
 * @param at when
 * @param address where the requester's call comes from, where that is known
 * @param ticket as written
 * @param reasonLength in characters
 */
public record Question(
    String requester,
    Set<String> groups,
    Set<String> roles,
    String service,
    String environment,
    Set<String> sinks,
    Set<String> types,
    Optional<Set<String>> fields,
    boolean forOne,
    long minutes,
    Instant at,
    Optional<String> address,
    Optional<String> ticket,
    int reasonLength) {

  /** Copies the sets. */
  public Question {
    groups = Set.copyOf(groups);
    roles = Set.copyOf(roles);
    sinks = Set.copyOf(sinks);
    types = Set.copyOf(types);
    fields = fields.map(Set::copyOf);
  }
}
