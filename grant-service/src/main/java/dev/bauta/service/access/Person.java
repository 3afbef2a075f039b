package dev.bauta.service.access;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody who asks, approves or reads the audit.
 *
 * @param name the name the applications know the person by (the principal of a grant), unique
 * @param roles what the person may do; empty means nothing
 * @param chats the person's accounts on chat platforms, at most one a platform
 * @param groups those the person is in
 * @param lead whom the person reports to
 */
public record Person(
    String name,
    Set<Role> roles,
    Set<ChatAccount> chats,
    Set<String> groups,
    Optional<String> lead) {
  public Person {
    roles = Set.copyOf(roles);
    chats = Set.copyOf(chats);
    groups = Set.copyOf(groups);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** The person's account on that platform, if there is one. */
  public Optional<ChatAccount> chat(String platform) {
    return chats.stream().filter(c -> c.platform().equals(platform)).findFirst();
  }
}
