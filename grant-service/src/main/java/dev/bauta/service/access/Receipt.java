package dev.bauta.service.access;

import java.util.List;

/**
 * What an agent tells: which grants it applies, and how many values it has shown since its last
 * receipt. Never a value.
 *
 * @param number counts this agent's receipts from 1; a repeated one is not counted again, a missing
 *     one is recorded
 */
public record Receipt(
    String agent,
    String service,
    String environment,
    long number,
    Position applied,
    List<Count> counts) {
  public Receipt {
    counts = List.copyOf(counts);
  }

  /**
   * How many values of one type, through one sink, out of one field (empty where the sink knows
   * none).
   */
  public record Count(String grant, String sink, String type, String field, long count) {}
}
