package dev.bauta.service.access;

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
}
