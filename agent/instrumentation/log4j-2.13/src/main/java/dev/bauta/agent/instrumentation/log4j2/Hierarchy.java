package dev.bauta.agent.instrumentation.log4j2;

/** Finds a library's type among those that a class is of, by name: we cannot name it in code. */
final class Hierarchy {

  private static final String API = "org.apache.logging.log4j.";

  private Hierarchy() {}

  /**
   * The superclass or interface of this name, or null.
   *
   * @param name without {@code org.apache.logging.log4j.}
   */
  static Class<?> find(Class<?> type, String name) {
    return findNamed(type, API + name);
  }

  /** A class of the same library. */
  static Class<?> sibling(Class<?> of, String name) throws ClassNotFoundException {
    return Class.forName(API + name, true, of.getClassLoader());
  }

  private static Class<?> findNamed(Class<?> type, String name) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getName().equals(name)) {
        return at;
      }
      for (Class<?> implemented : at.getInterfaces()) {
        Class<?> found = findNamed(implemented, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
