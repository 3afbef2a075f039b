package dev.bauta.service.access;

import dev.bauta.grants.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A new request: looked at by the policy, stored, recorded and told.
 *
 * @param hidePersonal masks personal data in a reason, which chat and audit will show to many
 * @param mostPending how many requests of one person may wait for a decision
 */
record Filing(PolicyInForce policy, UnaryOperator<String> hidePersonal, int mostPending) {

  /**
   * @param id the random part of the request's id
   * @param follows the request whose grant this one goes on from
   * @throws NotAllowedException if the person may not ask
   * @throws InvalidRequestException if something about the request is wrong
   * @throws TooManyPendingException if too many of the person's requests wait already
   */
  AccessRequest file(
      Tx tx, Actor requester, NewRequest wanted, String id, Optional<String> follows, Instant now) {
    mayAsk(requester);
    Policy inForce = policy.get();
    Verdict verdict = inForce.judge(wanted, requester.name(), requester.address(), now);
    if (verdict instanceof Verdict.Refused refused)
      throw new InvalidRequestException(refused.faults());
    Verdict.Permitted permitted = (Verdict.Permitted) verdict;
    if (requester.isAccount() && permitted.stages().isEmpty())
      throw new NotAllowedException(
          "The policy approves this at once, which holds for people only: what a service account asks for, a person decides.");
    // two at the same moment may both be the last one; the next one is not
    long pending = tx.pending(requester.name());
    if (pending >= mostPending) throw new TooManyPendingException(pending);

    AccessRequest request =
        request(
            requester,
            wanted,
            inForce,
            permitted,
            id,
            Deputies.with(permitted.stages(), running(tx, now), requester.name()),
            Kind.NORMAL,
            follows,
            now);
    store(tx, request, permitted, requester, now);
    tx.enqueue(new Notice(request.id(), Notice.Kind.ASKED, now));
    if (!permitted.stages().isEmpty()) return request;
    AccessRequest after = request.approveAtOnce(permitted.rules().get(0), now);
    tx.replace(request, after);
    Issuing.issue(tx, after, Actor.service(), now);
    return after;
  }

  /** Where the glass is broken: granted at once, and told aloud. */
  AccessRequest breakGlass(
      Tx tx,
      Actor requester,
      NewRequest wanted,
      Verdict.Permitted permitted,
      String id,
      Instant now) {
    AccessRequest request =
        request(
            requester,
            wanted,
            policy.get(),
            permitted,
            id,
            permitted.stages(),
            Kind.BREAK_GLASS,
            Optional.empty(),
            now);
    store(tx, request, permitted, requester, now);
    AccessRequest after = request.approveAtOnce(permitted.rules().get(0), now);
    tx.replace(request, after);
    Issuing.breakGlass(tx, after, requester, now);
    return after;
  }

  private static List<Delegation> running(Tx tx, Instant now) {
    return tx.delegations(now, now.plusNanos(1000));
  }

  static void mayAsk(Actor requester) {
    if (!requester.has(Role.REQUESTER))
      throw new NotAllowedException(
          "You may not ask for access; an administrator can give you the role requester.");
  }

  private static void store(
      Tx tx, AccessRequest request, Verdict.Permitted permitted, Actor requester, Instant now) {
    tx.insert(request);
    tx.append(event(request, permitted, requester, now));
  }

  private AccessRequest request(
      Actor requester,
      NewRequest wanted,
      Policy inForce,
      Verdict.Permitted permitted,
      String id,
      List<Stage> stages,
      Kind kind,
      Optional<String> follows,
      Instant now) {
    return new AccessRequest(
        "req-" + id,
        1,
        RequestState.PENDING,
        requester.name(),
        kind,
        follows,
        new Scope(
            wanted.service(),
            wanted.environment(),
            wanted.sinks(),
            wanted.types(),
            wanted.fields(),
            wanted.subject()),
        hidePersonal.apply(wanted.reason()),
        wanted.ticket().map(hidePersonal),
        Duration.ofMinutes(wanted.minutes()),
        wanted.maxReveals().orElse(permitted.maxReveals()),
        now,
        now.plus(inForce.decideWithin()),
        inForce.version(),
        requester.address(),
        stages,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static AuditEvent event(
      AccessRequest request, Verdict.Permitted permitted, Actor requester, Instant now) {
    Map<String, String> details = ScopeDetails.of(request);
    details.put("rules", String.join(",", permitted.rules()));
    details.put("kind", request.kind().name());
    request.follows().ifPresent(before -> details.put("follows", before));
    AuditEvent event = AuditEvent.done(now, Actions.ASKED, requester, request, details);
    event = event.withPersonal("reason", request.reason());
    if (request.ticket().isPresent()) event = event.withPersonal("ticket", request.ticket().get());
    if (request.scope().subject().isPresent())
      event = event.withPersonal("subject", request.scope().subject().get());
    return event;
  }
}
