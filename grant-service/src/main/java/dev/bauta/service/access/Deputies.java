package dev.bauta.service.access;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts deputies beside those who are away. A deputy is counted as the person he is: who stands in a
 * stage for himself and for another fills one place. Deputies of deputies do not count, and nobody
 * becomes a judge of his own request.
 */
final class Deputies {
  private Deputies() {}

  static List<Stage> with(List<Stage> stages, List<Delegation> running, String requester) {
    if (running.isEmpty()) return stages;
    List<Stage> all = new ArrayList<>();
    for (Stage stage : stages) {
      all.add(
          new Stage(
              stage.name(),
              stage.people(),
              with(stage.approvers(), running, requester),
              stage
                  .escalation()
                  .map(e -> new Escalation(e.after(), with(e.approvers(), running, requester)))));
    }
    return all;
  }

  private static SortedMap<String, String> with(
      SortedMap<String, String> approvers, List<Delegation> running, String requester) {
    SortedMap<String, String> asked = new TreeMap<>(approvers);
    for (Delegation delegation : running) {
      if (approvers.containsKey(delegation.person()) && !delegation.deputy().equals(requester))
        asked.putIfAbsent(delegation.deputy(), "for " + delegation.person() + ", who is away");
    }
    return asked;
  }
}
