package dev.bauta.engine;

import java.util.HashMap;
import java.util.Map;

/** What holds for each type. Immutable and thread-safe. */
final class TypeTable {

  static final TypeTable BUILT_IN = new TypeTable(Map.of(), TypeRule.ON);

  private final Map<PiiType, TypeRule> rules;
  private final TypeRule otherwise;

  /**
   * @param otherwise for built-in types that are not in the map
   */
  TypeTable(Map<PiiType, TypeRule> rules, TypeRule otherwise) {
    this.rules = Map.copyOf(rules);
    this.otherwise = otherwise;
  }

  /** Never null; a type that is not built in is on. */
  TypeRule of(PiiType type) {
    TypeRule rule = rules.get(type);
    return rule != null ? rule : TypeNames.isContent(type) ? otherwise : TypeRule.ON;
  }

  /** The same with other rules for some types. */
  TypeTable with(Map<PiiType, TypeRule> others) {
    Map<PiiType, TypeRule> all = new HashMap<>(rules);
    all.putAll(others);
    return new TypeTable(all, otherwise);
  }
}
