package dev.bauta.service.policy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rules say to a question.
 *
 * @param matched every rule that is meant for one of the atoms, in the order of the file
 * @param unmatched atoms that no rule is meant for: they are denied
 * @param obstacles why each of the other rules is not meant, by its name
 */
public record Decision(
    List<Rule> matched, List<Atom> unmatched, SortedMap<String, String> obstacles) {

  /** Copies the collections. */
  public Decision {
    matched = List.copyOf(matched);
    unmatched = List.copyOf(unmatched);
    obstacles = new TreeMap<>(obstacles);
  }

  /** The rules that deny. */
  public List<Rule> denials() {
    return matched.stream().filter(rule -> rule.effect() instanceof Effect.Deny).toList();
  }

  /** Whether something may be seen, now or when people agree. */
  public boolean permits() {
    return unmatched.isEmpty() && !matched.isEmpty() && denials().isEmpty();
  }

  /** All that the matching rules ask for, together. */
  public Limits limits() {
    return matched.stream().map(Rule::limits).reduce(Limits.NONE, Limits::and);
  }

  /** All whom the matching rules ask, in the order of the file; none for at once. */
  public List<StageRule> stages() {
    return matched.stream()
        .filter(rule -> rule.effect() instanceof Effect.Needs)
        .flatMap(rule -> ((Effect.Needs) rule.effect()).stages().stream())
        .toList();
  }
}
