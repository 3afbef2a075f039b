package dev.bauta.engine;

import java.util.Set;

/**
 * A rule for one place.
 *
 * @param kind column or key
 * @param pattern of the place's name
 * @param mark null says that the built-in names do not hold here
 * @param sinks where it holds; empty for everywhere
 */
record PlaceRule(Kind kind, Glob pattern, Mark mark, Set<String> sinks) {

  /** What the name of a rule's place is the name of. */
  enum Kind {
    COLUMN,
    KEY
  }

  boolean isKey(String sink, String key) {
    return kind == Kind.KEY && holdsIn(sink) && pattern.matches(key);
  }

  boolean isColumn(String sink, String table, String label) {
    return kind == Kind.COLUMN && holdsIn(sink) && pattern.matchesColumn(table, label);
  }

  private boolean holdsIn(String sink) {
    return sink == null || sinks.isEmpty() || sinks.contains(sink);
  }
}
