package dev.bauta.service.policy;

import java.util.Set;

/**
 * Whom a rule asks to agree.
 *
 * @param name what the step is called
 * @param count how many different people
 * @param people by name
 * @param groups all people of these groups
 * @param lead the requester's own lead
 * @param owner the owner of the service
 * @param onCall who is on call for the service
 */
public record StageRule(
    String name,
    int count,
    Set<String> people,
    Set<String> groups,
    boolean lead,
    boolean owner,
    boolean onCall) {

  /** Copies the sets. */
  public StageRule {
    people = Set.copyOf(people);
    groups = Set.copyOf(groups);
  }
}
