package dev.bauta.agent.core;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Which classes of which loaders were rewritten, so that none is forgotten or done twice. */
final class RewrittenClasses {

  private final Map<ClassLoader, Set<String>> byLoader = new WeakHashMap<>();
  private final Set<String> byBootLoader = new HashSet<>();

  synchronized void add(ClassLoader loader, String className) {
    names(loader).add(className);
  }

  synchronized boolean contains(ClassLoader loader, String className) {
    return names(loader).contains(className);
  }

  private Set<String> names(ClassLoader loader) {
    return loader == null ? byBootLoader : byLoader.computeIfAbsent(loader, l -> new HashSet<>());
  }
}
