package dev.bauta.engine;

import java.util.List;

/**
 * Which JSON is meant: the rules that leave what machines say to machines as it is. The first that
 * fits stands, and what none fits is masked. Immutable and thread-safe.
 */
public final class OriginRules {

  private final OriginRule[] rules;

  private OriginRules(List<OriginRule> rules) {
    this.rules = rules.toArray(new OriginRule[0]);
  }

  /** The rules, or null where there are none. */
  static OriginRules of(List<OriginRule> rules) {
    return rules.isEmpty() ? null : new OriginRules(rules);
  }

  /** Whether JSON of this origin stays as it is. Looks at every rule: keep the answer. */
  public boolean leavesRaw(JsonOrigin origin) {
    for (OriginRule rule : rules) {
      if (rule.fits(origin)) {
        return !rule.masked();
      }
    }
    return false;
  }

  /**
   * Whether a rule is for what this class calls.
   *
   * @param className with dots
   */
  public boolean namesCaller(String className) {
    return names(OriginRule.Kind.CALLER, className);
  }

  /**
   * Whether a rule is for mappers that this class makes, or that are of this class.
   *
   * @param className with dots
   */
  public boolean namesMapper(String className) {
    return names(OriginRule.Kind.MAPPER, className);
  }

  /** Whether some rule asks for the mapper. */
  public boolean byMapper() {
    return has(OriginRule.Kind.MAPPER);
  }

  /** Whether some rule asks for the class of the document's value. */
  public boolean byTarget() {
    return has(OriginRule.Kind.TARGET);
  }

  private boolean has(OriginRule.Kind kind) {
    for (OriginRule rule : rules) {
      if (rule.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  private boolean names(OriginRule.Kind kind, String className) {
    for (OriginRule rule : rules) {
      if (rule.kind() == kind && rule.fitsClass(className)) {
        return true;
      }
    }
    return false;
  }
}
