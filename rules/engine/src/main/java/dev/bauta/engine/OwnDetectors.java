package dev.bauta.engine;

import java.util.ArrayList;
import java.util.List;

/** The patterns and word lists of a rule file, one after the other. Immutable and thread-safe. */
final class OwnDetectors implements Detector {

  private final ContentRule[] rules;

  private OwnDetectors(List<ContentRule> rules) {
    this.rules = rules.toArray(new ContentRule[0]);
  }

  /** The rules that hold in a sink, or null where none does. */
  static Detector of(List<ContentRule> rules, String sink) {
    List<ContentRule> holding = new ArrayList<>();
    for (ContentRule rule : rules) {
      if (PlaceRule.holds(rule.sinks(), sink)) {
        holding.add(rule);
      }
    }
    return holding.isEmpty() ? null : new OwnDetectors(holding);
  }

  @Override
  public void detect(String text, Line line, Findings out) {
    for (ContentRule rule : rules) {
      rule.detect(text, line, out);
    }
  }
}
