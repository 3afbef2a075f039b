package dev.bauta.service.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that must never be forgotten. Who, what, whether it was done, on which request, and the
 * details. Never a value that was or would be revealed.
 *
 * @param action {@code request.asked}, {@code grant.revoked}, ...; the whole list is in {@link
 *     Actions}
 * @param details facts without personal data, in the order of their names
 * @param personal facts that may hold personal data (reasons, data subjects): the log holds a
 *     salted commitment to them, so that they can be erased without breaking its proofs
 */
public record AuditEvent(
    Instant at,
    String action,
    Outcome outcome,
    Actor actor,
    Optional<String> request,
    SortedMap<String, String> details,
    SortedMap<String, String> personal) {
  public AuditEvent {
    details = copy(details);
    personal = copy(personal);
  }

  static AuditEvent done(
      Instant at, String action, Actor actor, AccessRequest request, Map<String, String> details) {
    SortedMap<String, String> all = new TreeMap<>(details);
    all.put("state", request.state().name());
    all.put("requestVersion", Long.toString(request.version()));
    return new AuditEvent(
        at, action, Outcome.DONE, actor, Optional.of(request.id()), all, new TreeMap<>());
  }

  static AuditEvent refused(
      Instant at, String action, Actor actor, Optional<String> request, RefusedException refusal) {
    SortedMap<String, String> details = new TreeMap<>();
    details.put("refusal", refusal.code());
    if (refusal instanceof InvalidRequestException invalid) {
      details.put(
          "fields",
          String.join(
              ",", invalid.faults().stream().map(Fault::field).distinct().sorted().toList()));
    }
    return new AuditEvent(at, action, Outcome.REFUSED, actor, request, details, new TreeMap<>());
  }

  /**
   * An event that is about no request: a start of the service, a new token, a gap in an agent's
   * receipts.
   */
  public static AuditEvent about(
      Instant at, String action, Actor actor, Map<String, String> details) {
    return new AuditEvent(
        at, action, Outcome.DONE, actor, Optional.empty(), new TreeMap<>(details), new TreeMap<>());
  }

  AuditEvent withPersonal(String name, String value) {
    SortedMap<String, String> all = new TreeMap<>(personal);
    all.put(name, value);
    return new AuditEvent(at, action, outcome, actor, request, details, all);
  }

  private static SortedMap<String, String> copy(SortedMap<String, String> map) {
    return java.util.Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
