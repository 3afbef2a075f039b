package dev.bauta.service.access;

import dev.bauta.grants.Selection;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody asks for, unchecked. Empty sinks or types mean nothing and are refused; the
 * requester is the authenticated caller and therefore not in here.
 *
 * @param fields columns or JSON properties; {@link Selection#any()} for all that the types cover
 * @param subject the one data subject or trace whose values are wanted
 * @param minutes how long, counted from the approval
 * @param maxReveals how many values at most, over all agents; empty for the policy's own limit
 */
public record NewRequest(
    String service,
    String environment,
    Set<String> sinks,
    Set<String> types,
    Selection fields,
    Optional<String> subject,
    String reason,
    int minutes,
    Optional<String> ticket,
    Optional<Long> maxReveals) {
  public NewRequest {
    sinks = Set.copyOf(sinks);
    types = Set.copyOf(types);
    reason = reason.strip();
    subject = subject.map(String::strip).filter(s -> !s.isEmpty());
    ticket = ticket.map(String::strip).filter(s -> !s.isEmpty());
  }

  int reasonCharacters() {
    return reason.codePointCount(0, reason.length());
  }
}
