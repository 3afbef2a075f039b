package dev.bauta.service.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules of a policy. Every rule that matches counts, whatever their order: one that denies
 * denies, all people whom any of them asks must agree, the narrowest limit holds, and at once means
 * that nobody else was asked for. What no rule matches is denied. Immutable and thread-safe.
 */
public record Rules(List<Rule> all) {

  /** Copies the list. */
  public Rules {
    all = List.copyOf(all);
  }

  /** Looks at every rule for every atom. */
  public Decision decide(Question asked) {
    List<Atom> atoms = Atom.of(asked);
    List<Rule> matched = new ArrayList<>();
    Set<Atom> unmatched = new LinkedHashSet<>(atoms);
    SortedMap<String, String> obstacles = new TreeMap<>();
    for (Rule rule : all) {
      String obstacle = "nothing is asked for";
      boolean means = false;
      for (Atom atom : atoms) {
        Optional<String> against = rule.obstacle(asked, atom);
        if (against.isEmpty()) {
          unmatched.remove(atom);
          means = true;
        } else {
          obstacle = against.get();
        }
      }
      if (means) {
        matched.add(rule);
      } else {
        obstacles.put(rule.name(), obstacle);
      }
    }
    return new Decision(matched, List.copyOf(unmatched), obstacles);
  }
}
