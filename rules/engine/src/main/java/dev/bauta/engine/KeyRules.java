package dev.bauta.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The decisions for keys, each made once. Thread-safe. */
final class KeyRules {

  // Programs have a few hundred keys. Past this, whoever sends new ones pays for the look himself.
  private static final int CACHED = 4096;
  private static final Object NO_RULE = new Object();

  private final PlaceRule[] rules;
  private final TypeTable types;
  private final Map<String, Object> known = new ConcurrentHashMap<>();

  KeyRules(PlaceRule[] rules, TypeTable types) {
    this.rules = rules;
    this.types = types;
  }

  /** The decision, or null for none. */
  Mark of(String key) {
    if (key == null) {
      return null;
    }
    Object answer = known.get(key);
    if (answer == null) {
      Mark mark = decide(key);
      answer = mark == null ? NO_RULE : mark;
      if (known.size() < CACHED) {
        known.put(key, answer);
      }
    }
    return answer == NO_RULE ? null : (Mark) answer;
  }

  private Mark decide(String key) {
    for (PlaceRule rule : rules) {
      if (rule.pattern().matches(key)) {
        return rule.mark();
      }
    }
    return builtIn(types, key);
  }

  /** The decision for a key without any rule, or null for none. */
  private static Mark builtIn(TypeTable types, String key) {
    Mark mark = mark(types, Labels.type(key));
    if (mark != null || !Labels.isBareName(key)) {
      return mark;
    }
    Mark name = mark(types, PiiType.NAME);
    return name == null ? null : new Mark(PiiType.NAME, new LikelyName(name.masker()), false);
  }

  /**
   * The decision for a column without any rule, or null for none.
   *
   * @param table may be null
   */
  static Mark builtInColumn(TypeTable types, String table, String label) {
    return mark(types, Labels.columnType(table, label));
  }

  private static Mark mark(TypeTable types, PiiType type) {
    TypeRule rule = type == null ? null : types.of(type);
    return rule == null || !rule.enabled() ? null : new Mark(type, rule.masker(), rule.numeric());
  }
}
