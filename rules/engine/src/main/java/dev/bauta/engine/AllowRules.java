package dev.bauta.engine;

import java.util.ArrayList;
import java.util.List;

/** The allow lists of a rule file that hold in one sink. Immutable and thread-safe. */
final class AllowRules implements AllowList {

  private final AllowRule[] rules;

  private AllowRules(List<AllowRule> rules) {
    this.rules = rules.toArray(new AllowRule[0]);
  }

  /** The rules that hold in a sink, or null where none does. */
  static AllowRules of(List<AllowRule> rules, String sink) {
    List<AllowRule> holding = new ArrayList<>();
    for (AllowRule rule : rules) {
      if (PlaceRule.holds(rule.sinks(), sink)) {
        holding.add(rule);
      }
    }
    return holding.isEmpty() ? null : new AllowRules(holding);
  }

  @Override
  public boolean allows(PiiType type, String text, int start, int end) {
    return allows(type, text.substring(start, end));
  }

  boolean allows(PiiType type, String value) {
    for (AllowRule rule : rules) {
      if (rule.allows(type, value)) {
        return true;
      }
    }
    return false;
  }
}
