package dev.bauta.service.access;

import java.util.Set;

/**
 * A program that calls the API: an incident tool, a bot.
 *
 * @param name nobody else's, person or account
 * @param scopes what it may do; empty means nothing
 */
public record ServiceAccount(String name, Set<AccountScope> scopes) {
  public ServiceAccount {
    scopes = Set.copyOf(scopes);
  }
}
