package dev.bauta.engine;

import java.util.Set;

/**
 * A rule for one place.
 *
 * @param pattern of the place's name; the class's for MEMBER and CLASS
 * @param member of the class's member, only for MEMBER
 * @param mark null says that the built-in names do not hold here
 * @param sinks where it holds; empty for everywhere
 */
record PlaceRule(Kind kind, Glob pattern, Glob member, Mark mark, Set<String> sinks) {

  /** What the name of a rule's place is the name of. */
  enum Kind {
    COLUMN,
    KEY,
    MDC,
    MEMBER
  }

  static boolean holds(Set<String> sinks, String sink) {
    return sink == null || sinks.isEmpty() || sinks.contains(sink);
  }

  boolean isMember(String className, String name) {
    return pattern.matches(className) && member.matches(name);
  }
}
