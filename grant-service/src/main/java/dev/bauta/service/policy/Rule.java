package dev.bauta.service.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rule.
 *
 * @param name unique
 */
public record Rule(String name, When when, Effect effect, Limits limits) {

  /** The short form of a rule: whatever is asked for in a service needs that many of its people. */
  public static Rule ofApprovers(String service, int count, Set<String> people) {
    StageRule stage = new StageRule("approver of " + service, count, Whom.people(people));
    return new Rule(
        "approvers of " + service,
        When.ofService(service),
        new Effect.Needs(List.of(stage)),
        Limits.NONE);
  }

  /** What keeps it from being meant for that atom; empty where it is meant. */
  Optional<String> obstacle(Question asked, Atom atom) {
    if (effect instanceof Effect.Approve standing && !asked.at().isBefore(standing.until())) {
      return Optional.of("it has run out");
    }
    return when.obstacle(asked, atom);
  }
}
