package dev.bauta.agent.api;

/**
 * Public interfaces of objects whose classes are often not public. They are found by name among
 * what the class implements, so they come from the object's loader and not from ours.
 */
public final class Interfaces {

  private Interfaces() {}

  /** The first interface of one of these names that the class or a superclass has, or null. */
  public static Class<?> of(Class<?> type, String... names) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.isInterface() && isNamed(at, names)) {
        return at;
      }
      for (Class<?> implemented : at.getInterfaces()) {
        Class<?> found = of(implemented, names);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isNamed(Class<?> type, String... names) {
    for (String name : names) {
      if (type.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
