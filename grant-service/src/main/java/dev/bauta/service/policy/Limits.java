package dev.bauta.service.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a rule asks of what it lets through. Of several, every one counts: the narrowest.
 *
 * @param minutes the longest window
 * @param reveals the most values
 * @param reasonLength the shortest reason, in characters
 * @param tickets every one of these must match the whole ticket
 * @param subjectRequired whether one data subject must be named
 */
public record Limits(
    Optional<Long> minutes,
    Optional<Long> reveals,
    int reasonLength,
    List<Pattern> tickets,
    boolean subjectRequired) {

  /** None. */
  public static final Limits NONE =
      new Limits(Optional.empty(), Optional.empty(), 0, List.of(), false);

  /** Copies the list. */
  public Limits {
    tickets = List.copyOf(tickets);
  }

  Limits and(Limits other) {
    List<Pattern> both = new ArrayList<>(tickets);
    both.addAll(other.tickets);
    return new Limits(
        least(minutes, other.minutes),
        least(reveals, other.reveals),
        Math.max(reasonLength, other.reasonLength),
        both,
        subjectRequired || other.subjectRequired);
  }

  private static Optional<Long> least(Optional<Long> one, Optional<Long> other) {
    return one.isEmpty() ? other : other.map(o -> Math.min(o, one.get())).or(() -> one);
  }
}
