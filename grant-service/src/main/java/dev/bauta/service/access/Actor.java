package dev.bauta.service.access;

import java.util.Set;

/**
 * Who does something, and from where.
 *
 * @param name the person's name; for a stranger the platform's ids; for the service itself {@code
 *     service}
 * @param roles the person's roles; empty for strangers and for the service itself
 * @param via {@code api}, {@code slack}, {@code agent}, {@code cli} or {@code service}
 * @param address the caller's network address, or empty
 */
public record Actor(String name, Set<Role> roles, String via, String address) {
  public Actor {
    roles = Set.copyOf(roles);
  }

  public static Actor of(Person person, String via, String address) {
    return new Actor(person.name(), person.roles(), via, address);
  }

  /**
   * Somebody a chat platform vouches for, but whom the directory does not know: may do nothing, and
   * is recorded.
   */
  public static Actor stranger(String who, String via, String address) {
    return new Actor(who, Set.of(), via, address);
  }

  /** The service itself: expiry, budgets. */
  public static Actor service() {
    return new Actor("service", Set.of(), "service", "");
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
