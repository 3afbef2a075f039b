package dev.bauta.service.policy;

import java.util.Set;

/**
 * Whom a rule asks.
 *
 * @param people by name
 * @param groups all people of these groups
 * @param lead the requester's own lead
 * @param owner the owner of the service
 * @param onCall who is on call for the service
 */
public record Whom(
    Set<String> people, Set<String> groups, boolean lead, boolean owner, boolean onCall) {

  /** Copies the sets. */
  public Whom {
    people = Set.copyOf(people);
    groups = Set.copyOf(groups);
  }

  /** These people. */
  public static Whom people(Set<String> people) {
    return new Whom(people, Set.of(), false, false, false);
  }

  /** Whether it asks nobody, whoever they are. */
  public boolean isNobody() {
    return people.isEmpty() && groups.isEmpty() && !lead && !owner && !onCall;
  }
}
