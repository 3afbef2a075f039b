package dev.bauta.service.access;

import java.time.Duration;
import java.util.List;

/** What the policy says to a request. */
public sealed interface Verdict {

  /**
   * What is wrong with it, or why nobody may grant it, in the order of the form.
   *
   * @param faults at least one
   */
  record Refused(List<Fault> faults) implements Verdict {}

  /**
   * It may be granted.
   *
   * @param rules the names of the rules that say so
   * @param stages who has to agree; none for at once
   * @param longest the longest window
   * @param maxReveals the most values
   */
  record Permitted(List<String> rules, List<Stage> stages, Duration longest, long maxReveals)
      implements Verdict {
    public Permitted {
      rules = List.copyOf(rules);
      stages = List.copyOf(stages);
    }
  }
}
