package dev.bauta.agent.instrumentation.piitostring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Builders of marked classes: Lombok and most people give their fields the names of what they
 * build, and no annotation. Learnt from the class that is built, whose member class a builder is.
 * Holds names only. Thread-safe.
 */
final class Builders {

  /** A class that is built, and the tags of its fields. */
  private record Built(String className, Map<String, String> tags) {}

  private final Map<String, Built> byMemberClass = new ConcurrentHashMap<>();

  /** Notes the member classes of a class with personal members. */
  void learn(ClassNode node, PiiMembers members) {
    Built built = null;
    for (InnerClassNode inner : node.innerClasses) {
      if (node.name.equals(inner.outerName)) {
        built = built == null ? new Built(node.name, members.fieldTags()) : built;
        byMemberClass.put(inner.name, built);
      }
    }
  }

  /**
   * Whether a class is a member of a class with personal members.
   *
   * @param className with dots or slashes
   */
  boolean mayBe(String className) {
    return !byMemberClass.isEmpty() && byMemberClass.containsKey(className.replace('.', '/'));
  }

  /** Whether it has a method that takes nothing and gives what it is a member class of. */
  boolean isOne(ClassNode node) {
    Built built = byMemberClass.get(node.name);
    if (built == null) {
      return false;
    }
    String descriptor = "()L" + built.className + ";";
    for (MethodNode method : node.methods) {
      if (method.desc.equals(descriptor)) {
        return true;
      }
    }
    return false;
  }

  /** The tags of what it builds, by field. */
  Map<String, String> tags(String className) {
    return byMemberClass.get(className).tags;
  }
}
