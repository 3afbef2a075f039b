package dev.bauta.agent.core;

import dev.bauta.engine.OriginRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The mappers that rules ask for, by who made them. Looked at once a document, and only where a
 * rule asks. Thread-safe.
 */
final class MapperNames {

  private static final List<String> NOBODY = List.of();

  private final Map<Object, List<String>> names = Collections.synchronizedMap(new WeakHashMap<>());

  /** Remembers a mapper where a rule names its class or a class on the way to its making. */
  void made(OriginRules rules, Object mapper, Class<?> type) {
    List<String> named = new ArrayList<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      add(rules, at.getName(), named);
    }
    StackWalker.getInstance()
        .forEach(frame -> add(rules, frame.getClassName(), named)); // mappers are made seldom
    if (!named.isEmpty()) {
      names.put(mapper, named);
    }
  }

  private static void add(OriginRules rules, String className, List<String> named) {
    if (rules.namesMapper(className) && !named.contains(className)) {
      named.add(className);
    }
  }

  /**
   * What names the mapper.
   *
   * @param mapper null has no name
   */
  List<String> of(Object mapper) {
    List<String> named = mapper == null ? null : names.get(mapper);
    return named == null ? NOBODY : named;
  }
}
