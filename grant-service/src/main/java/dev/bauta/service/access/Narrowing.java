package dev.bauta.service.access;

import dev.bauta.grants.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What an approver takes away from a request before agreeing to it. Each part may only narrow. */
public record Narrowing(
    Optional<Integer> minutes, Optional<Set<String>> types, Optional<String> subject) {
  public static final Narrowing NONE =
      new Narrowing(Optional.empty(), Optional.empty(), Optional.empty());

  public Narrowing {
    types = types.map(Set::copyOf);
    subject = subject.map(String::strip).filter(s -> !s.isEmpty());
  }

  /** What is left of what was asked for. */
  Scope of(Scope asked) {
    Set<String> left = types.orElse(asked.types());
    if (left.isEmpty())
      throw new WideningException(
          "Approving for no type at all is a denial; deny the request instead.");
    if (!asked.types().containsAll(left))
      throw new WideningException(
          "An approver may narrow, not widen: these types were not asked for.");
    if (subject.isPresent() && asked.subject().isPresent() && !subject.equals(asked.subject()))
      throw new WideningException(
          "An approver may narrow, not widen: another subject was asked for.");
    return new Scope(
        asked.service(),
        asked.environment(),
        asked.sinks(),
        left,
        asked.fields(),
        asked.subject().or(() -> subject));
  }

  /** How long, of that time. */
  Duration of(Duration asked) {
    if (minutes.isEmpty()) return asked;
    Duration left = Duration.ofMinutes(minutes.get());
    if (left.isZero() || left.isNegative())
      throw new WideningException("minutes: must be at least 1.");
    if (left.compareTo(asked) > 0)
      throw new WideningException(
          "An approver may narrow, not widen: " + asked.toMinutes() + " minutes were asked for.");
    return left;
  }
}
