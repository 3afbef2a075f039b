package dev.bauta.service.access;

import java.util.Set;

/**
 * What an agent's API token stands for.
 *
 * @param name the account's name in the configuration
 * @param services the services whose grants its agents may receive; empty means none
 */
public record AgentAccount(String name, Set<String> services) {
  public AgentAccount {
    services = Set.copyOf(services);
  }

  public boolean serves(String service) {
    return services.contains(service);
  }
}
