package dev.bauta.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rule sets of loggers for which something else holds. Thread-safe. */
final class LoggerRules {

  // Programs have a few thousand loggers. Past this, each look costs a match of all rules.
  private static final int CACHED = 8192;

  private final LoggerRule[] rules;
  private final RuleSet otherwise;
  private final Set<PiiType> types;
  private final Map<String, RuleSet> byName = new ConcurrentHashMap<>();
  private final Map<BitSet, RuleSet> byRules = new ConcurrentHashMap<>();

  /**
   * @param types all that are looked for in texts
   */
  LoggerRules(List<LoggerRule> rules, RuleSet otherwise, Set<PiiType> types) {
    this.rules = rules.toArray(new LoggerRule[0]);
    this.otherwise = otherwise;
    this.types = types;
  }

  RuleSet of(String logger) {
    RuleSet known = byName.get(logger);
    if (known == null) {
      known = find(logger);
      if (byName.size() < CACHED) {
        byName.put(logger, known);
      }
    }
    return known;
  }

  private RuleSet find(String logger) {
    BitSet fitting = new BitSet();
    for (int i = 0; i < rules.length; i++) {
      if (rules[i].logger().matches(logger)) {
        fitting.set(i);
      }
    }
    if (fitting.isEmpty()) {
      return otherwise;
    }
    RuleSet known = byRules.get(fitting);
    if (known == null) {
      known = make(fitting);
      byRules.put(fitting, known);
    }
    return known;
  }

  private RuleSet make(BitSet fitting) {
    Map<PiiType, TypeRule> changed = new HashMap<>();
    for (PiiType type : types) {
      Masker masker = null;
      Boolean enabled = null;
      for (int i = fitting.nextSetBit(0); i >= 0; i = fitting.nextSetBit(i + 1)) {
        if (rules[i].type().matches(type.id())) {
          masker = masker == null ? rules[i].masker() : masker;
          enabled = enabled == null ? rules[i].enabled() : enabled;
        }
      }
      if (masker != null || enabled != null) {
        TypeRule rule = otherwise.typeRule(type);
        changed.put(
            type,
            new TypeRule(
                masker == null ? rule.masker() : masker,
                enabled == null ? rule.enabled() : enabled,
                rule.numeric()));
      }
    }
    return otherwise.withTypes(changed);
  }
}
