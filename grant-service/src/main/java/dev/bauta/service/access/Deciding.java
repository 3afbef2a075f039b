package dev.bauta.service.access;

import java.time.Instant;

/** What approving and denying have in common: who may, on which request. */
final class Deciding {
  private Deciding() {}

  static AccessRequest pendingFor(Tx tx, Policy policy, Actor approver, String id, Instant now) {
    AccessRequest request =
        tx.request(id).orElseThrow(() -> new UnknownRequestException("There is no such request."));
    // before the list of approvers, so that somebody who is on it is told the real reason
    if (approver.name().equals(request.requester())) throw new SelfDecisionException(request);
    if (!approver.has(Role.APPROVER)
        || !policy.approves(approver.name(), request.scope().service())) {
      throw new NotAnApproverException(request.scope().service());
    }
    // the sweep may be late; a decision after the time is up is refused all the same
    if (request.state() == RequestState.PENDING && !now.isBefore(request.decideBy())) {
      throw new AlreadyDecidedException(request.expire(now));
    }
    return request;
  }
}
