package dev.bauta.service.access;

import java.time.Instant;
import java.util.List;

/** What approving and denying have in common: who may, on which request. */
final class Deciding {
  private Deciding() {}

  static AccessRequest pendingFor(Tx tx, Actor approver, String id, Instant now) {
    AccessRequest request =
        tx.request(id)
            .map(r -> r.askingAlso(tx.delegations(now, now.plusNanos(1000))))
            .orElseThrow(() -> new UnknownRequestException("There is no such request."));
    // before the stages, so that somebody who is on it is told the real reason
    if (approver.name().equals(request.requester())) throw new SelfDecisionException(request);
    if (!approver.has(Role.APPROVER) || !request.asks(approver.name())) {
      throw new NotAnApproverException(request.scope().service());
    }
    // the sweep may be late; a decision after the time is up is refused all the same
    if (request.state() == RequestState.PENDING && !now.isBefore(request.decideBy())) {
      throw new AlreadyDecidedException(request.expire(now));
    }
    return request;
  }

  /**
   * As {@link #pendingFor}, and the policy in force must still allow the request, and still ask
   * this person: whoever left a group since, or asked in hours that are over, gains nothing.
   */
  static AccessRequest approvableBy(Tx tx, Policy policy, Actor approver, String id, Instant now) {
    AccessRequest request = pendingFor(tx, approver, id, now);
    if (request.state() != RequestState.PENDING) return request; // who comes late is told so
    if (request
        .follows()
        .flatMap(tx::request)
        .filter(r -> r.state() == RequestState.REVOKED)
        .isPresent())
      throw new PolicyChangedException("the grant that it goes on from was revoked.");
    Verdict verdict = policy.review(request, now);
    if (verdict instanceof Verdict.Refused refused)
      throw new PolicyChangedException(refused.faults().get(0).message());
    List<Stage> stages =
        Deputies.with(
            ((Verdict.Permitted) verdict).stages(),
            tx.delegations(now, now.plusNanos(1000)),
            request.requester());
    if (!stages.isEmpty() && stages.stream().noneMatch(s -> s.mayAsk(approver.name())))
      throw new NotAnApproverException(request.scope().service());
    return request;
  }
}
