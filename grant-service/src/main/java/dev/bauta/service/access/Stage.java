package dev.bauta.service.access;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step of agreement.
 *
 * @param name what the step is called
 * @param people how many different ones must agree, at least 1
 * @param approvers who is asked, and why each of them: {@code approver of orders}, {@code lead of
 *     grace}
 * @param escalation who is asked, too, if they do not answer; empty once it has happened
 */
public record Stage(
    String name, int people, SortedMap<String, String> approvers, Optional<Escalation> escalation) {
  public Stage {
    approvers = Collections.unmodifiableSortedMap(new TreeMap<>(approvers));
  }

  /** Nobody else is asked later. */
  public Stage(String name, int people, SortedMap<String, String> approvers) {
    this(name, people, approvers, Optional.empty());
  }

  /** Whether this person is asked, or will be when nobody answers. */
  boolean mayAsk(String person) {
    return approvers.containsKey(person)
        || escalation.filter(e -> e.approvers().containsKey(person)).isPresent();
  }

  /** With everybody asked whom nobody's answer would bring in. */
  Stage escalated() {
    SortedMap<String, String> all = new TreeMap<>(approvers);
    escalation.ifPresent(e -> e.approvers().forEach(all::putIfAbsent));
    return new Stage(name, people, all);
  }
}
