package dev.bauta.service.access;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What may be asked for in one service.
 *
 * @param owner the person who answers for the service
 * @param onCall the people who are on call for it
 * @param longest the longest window
 * @param maxReveals the most values one grant may show, over all agents
 * @param askIn where chat asks the approvers
 */
public record ServicePolicy(
    String name,
    Set<String> environments,
    Set<String> sinks,
    Set<String> types,
    Optional<String> owner,
    Set<String> onCall,
    Duration longest,
    long maxReveals,
    AskIn askIn) {
  public ServicePolicy {
    environments = Set.copyOf(environments);
    sinks = Set.copyOf(sinks);
    types = Set.copyOf(types);
    onCall = Set.copyOf(onCall);
  }

  /** Asked in the channel. */
  public ServicePolicy(
      String name,
      Set<String> environments,
      Set<String> sinks,
      Set<String> types,
      Optional<String> owner,
      Set<String> onCall,
      Duration longest,
      long maxReveals) {
    this(name, environments, sinks, types, owner, onCall, longest, maxReveals, AskIn.CHANNEL);
  }
}
