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
      SortedMap<String, String> asked = new TreeMap<>(stage.approvers());
      for (Delegation delegation : running) {
        if (stage.approvers().containsKey(delegation.person())
            && !delegation.deputy().equals(requester))
          asked.putIfAbsent(delegation.deputy(), "for " + delegation.person() + ", who is away");
      }
      all.add(new Stage(stage.name(), stage.people(), asked));
    }
    return all;
  }
}
