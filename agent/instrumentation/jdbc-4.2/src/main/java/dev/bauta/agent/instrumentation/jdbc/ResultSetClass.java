package dev.bauta.agent.instrumentation.jdbc;

import java.util.HashSet;
import java.util.Set;

/**
 * A class that declares getters of a driver's result sets, and which of them: some drivers spread
 * them over a hierarchy. Immutable.
 *
 * @param name the internal name
 * @param points what must be there, as in {@link #ALL}
 */
record ResultSetClass(String name, Set<String> points) {

  static final String BY_INDEX = "(int)";
  static final String BY_LABEL = "(String)";

  /**
   * Both forms of every getter, and every row change: {@code getString(int)}, {@code updateRow}.
   */
  static final Set<String> ALL = all();

  /** A class that has all of them. */
  static ResultSetClass whole(String name) {
    return new ResultSetClass(name, ALL);
  }

  /** A class of which nothing is known but the name. */
  static ResultSetClass any(String name) {
    return new ResultSetClass(name, Set.of());
  }

  /** A class that has these, written as in {@link #ALL}; a getter without a form is both. */
  static ResultSetClass with(String name, String... points) {
    Set<String> set = new HashSet<>();
    for (String point : points) {
      if (ResultSetRewrite.GETTERS.contains(point)) {
        set.add(point + BY_INDEX);
        set.add(point + BY_LABEL);
      } else {
        set.add(point);
      }
    }
    return new ResultSetClass(name, Set.copyOf(set));
  }

  /** This class without these points, which are declared elsewhere; a getter is both forms. */
  ResultSetClass without(String... elsewhere) {
    Set<String> set = new HashSet<>(points);
    set.removeAll(with(name, elsewhere).points);
    return new ResultSetClass(name, Set.copyOf(set));
  }

  /** A class that has every getter in one form. */
  static ResultSetClass getters(String name, String form) {
    Set<String> set = new HashSet<>();
    for (String getter : ResultSetRewrite.GETTERS) {
      set.add(getter + form);
    }
    return new ResultSetClass(name, Set.copyOf(set));
  }

  private static Set<String> all() {
    Set<String> all = new HashSet<>(ResultSetRewrite.ROW_CHANGES);
    for (String getter : ResultSetRewrite.GETTERS) {
      all.add(getter + BY_INDEX);
      all.add(getter + BY_LABEL);
    }
    return Set.copyOf(all);
  }
}
