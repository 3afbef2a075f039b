package dev.bauta.service.access;

import java.time.Duration;
import java.util.Set;

/**
 * What may be asked for in one service, and who decides.
 *
 * @param approvers people, not groups
 * @param approvals how many different ones must agree, at least 1
 * @param longest the longest window
 * @param maxReveals the most values one grant may show, over all agents
 */
public record ServicePolicy(
    String name,
    Set<String> environments,
    Set<String> sinks,
    Set<String> types,
    Set<String> approvers,
    int approvals,
    Duration longest,
    long maxReveals) {
  public ServicePolicy {
    environments = Set.copyOf(environments);
    sinks = Set.copyOf(sinks);
    types = Set.copyOf(types);
    approvers = Set.copyOf(approvers);
  }
}
