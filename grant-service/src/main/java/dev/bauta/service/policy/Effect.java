package dev.bauta.service.policy;

import java.time.Instant;
import java.util.List;

/** What a rule says about what it matches. */
public sealed interface Effect {

  /**
   * Nobody may.
   *
   * @param why told to the requester
   */
  record Deny(String why) implements Effect {}

  /**
   * At once, without anybody's agreement.
   *
   * @param until the rule matches nothing from then on: what stands open is looked at again
   */
  record Approve(Instant until) implements Effect {}

  /** Where these people agree, one step after the other. */
  record Needs(List<StageRule> stages) implements Effect {

    /** Copies the list. */
    public Needs {
      stages = List.copyOf(stages);
    }
  }
}
