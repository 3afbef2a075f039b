package dev.bauta.agent.api;

import java.util.Set;

/**
 * Which methods' code a rewrite looks at. The others are shown to it without code and copied as
 * they are, which is most of what a rewrite would cost at start. Immutable.
 *
 * @param methods the names of methods to be read
 * @param users fields and methods by name: who uses one is read
 * @param owners the classes (internal names) that these are members of; empty for any
 */
public record CodeFilter(Set<String> methods, Set<String> users, Set<String> owners) {

  /** Copies the sets. */
  public CodeFilter {
    methods = Set.copyOf(methods);
    users = Set.copyOf(users);
    owners = Set.copyOf(owners);
  }

  /** Methods of these names. */
  public static CodeFilter methods(String... names) {
    return new CodeFilter(Set.of(names), Set.of(), Set.of());
  }

  /** Methods that use a member of one of these names. */
  public static CodeFilter users(String... names) {
    return new CodeFilter(Set.of(), Set.of(names), Set.of());
  }
}
