package dev.bauta.agent.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What a rule may call the class of a document. */
final class TargetNames {

  private TargetNames() {}

  /**
   * The names of the value's class, its superclasses and interfaces. A list is called after its
   * first element, an array after what it holds.
   *
   * @param value null has no name
   */
  static List<String> of(Object value) {
    Class<?> type = type(value);
    if (type == null) {
      return List.of();
    }
    Set<Class<?>> types = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      add(at, types);
    }
    List<String> names = new ArrayList<>(types.size());
    for (Class<?> one : types) {
      names.add(one.getName());
    }
    return names;
  }

  private static Class<?> type(Object value) {
    if (value == null) {
      return null;
    }
    Class<?> type = value.getClass();
    if (value instanceof List<?> list && isOfTheJdk(type)) { // another's list may ask a database
      Object first = list.isEmpty() ? null : list.get(0);
      return first == null ? type : first.getClass();
    }
    while (type.isArray()) {
      type = type.getComponentType();
    }
    return type;
  }

  private static boolean isOfTheJdk(Class<?> type) {
    return type.getClassLoader() == null;
  }

  private static void add(Class<?> type, Set<Class<?>> types) {
    if (type != Object.class && types.add(type)) {
      for (Class<?> implemented : type.getInterfaces()) {
        add(implemented, types);
      }
    }
  }
}
