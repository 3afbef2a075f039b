package dev.bauta.service.access;

import java.util.Set;

/**
 * Whose requests and grants somebody may read: their own, and those of the services they approve
 * for.
 *
 * @param services the services this person approves for
 */
public record Viewer(String person, Set<String> services) {
  public Viewer {
    services = Set.copyOf(services);
  }
}
