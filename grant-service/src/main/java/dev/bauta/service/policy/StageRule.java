package dev.bauta.service.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * Whom a rule asks to agree.
 *
 * @param name what the step is called
 * @param count how many different people
 * @param later whom else, where nobody answers; empty for nobody
 */
public record StageRule(String name, int count, Whom whom, Optional<Later> later) {

  /**
   * Who is asked, too, once the step has waited that long.
   *
   * @param after above zero
   */
  public record Later(Duration after, Whom whom) {}

  /** Nobody else later. */
  public StageRule(String name, int count, Whom whom) {
    this(name, count, whom, Optional.empty());
  }
}
