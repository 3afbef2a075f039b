package dev.bauta.service.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who does something, and from where.
 *
 * @param name the person's name; for a stranger the platform's ids; for the service itself {@code
 *     service}
 * @param roles the person's roles; empty for strangers and for the service itself
 * @param via {@code api}, {@code slack}, {@code agent}, {@code cli}, {@code service-account} or
 *     {@code service}
 * @param address the caller's network address, or empty
 */
public record Actor(String name, Set<Role> roles, String via, String address) {
  private static final String ACCOUNT = "service-account";

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

  /**
   * A service account, which has the roles of those of its scopes that the call at hand is open to,
   * and no others.
   */
  public static Actor account(ServiceAccount account, Set<AccountScope> open, String address) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (AccountScope scope : open) {
      if (account.scopes().contains(scope)) roles.addAll(scope.roles());
    }
    return new Actor(account.name(), roles, ACCOUNT, address);
  }

  /** Whether it is a program: what one asks for, a person decides. */
  boolean isAccount() {
    return via.equals(ACCOUNT);
  }

  /** The service itself: expiry, budgets. */
  public static Actor service() {
    return new Actor("service", Set.of(), "service", "");
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
