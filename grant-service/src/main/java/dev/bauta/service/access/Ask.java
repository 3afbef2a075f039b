package dev.bauta.service.access;

import dev.bauta.grants.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Somebody asks to see values. Thread-safe. */
public final class Ask {
  private final Store store;
  private final PolicyInForce policy;
  private final Clock clock;
  private final Supplier<String> ids;
  private final UnaryOperator<String> hidePersonal;
  private final int mostPending;

  /**
   * @param ids makes the random part of a request's id
   * @param hidePersonal masks personal data in a reason, which chat and audit will show to many
   * @param mostPending how many requests of one person may wait for a decision
   */
  public Ask(
      Store store,
      PolicyInForce policy,
      Clock clock,
      Supplier<String> ids,
      UnaryOperator<String> hidePersonal,
      int mostPending) {
    this.store = store;
    this.policy = policy;
    this.clock = clock;
    this.ids = ids;
    this.hidePersonal = hidePersonal;
    this.mostPending = mostPending;
  }

  /** What would be refused, without recording it: for a form that is being filled in. */
  public List<Fault> faults(Actor requester, NewRequest wanted) {
    Verdict verdict =
        policy.get().judge(wanted, requester.name(), requester.address(), clock.instant());
    return verdict instanceof Verdict.Refused refused ? refused.faults() : List.of();
  }

  /**
   * Stores the request, pending.
   *
   * @throws NotAllowedException if the person may not ask
   * @throws InvalidRequestException if something about the request is wrong
   * @throws TooManyPendingException if too many of the person's requests wait already
   */
  public AccessRequest ask(Actor requester, NewRequest wanted) {
    return ask(requester, wanted, ids.get());
  }

  /**
   * As {@link #ask(Actor, NewRequest)}, under an id that the caller has drawn: asking a second
   * time, after a crash, gives the request of the first time.
   *
   * @param id the random part of the request's id
   */
  public AccessRequest ask(Actor requester, NewRequest wanted, String id) {
    return Recorded.inTransaction(
        store,
        clock,
        Actions.ASKED,
        requester,
        Optional.empty(),
        tx -> asked(tx, requester, id).orElseGet(() -> ask(tx, requester, wanted, id)));
  }

  private static Optional<AccessRequest> asked(Tx tx, Actor requester, String id) {
    return tx.request("req-" + id).filter(r -> r.requester().equals(requester.name()));
  }

  private AccessRequest ask(Tx tx, Actor requester, NewRequest wanted, String id) {
    if (!requester.has(Role.REQUESTER))
      throw new NotAllowedException(
          "You may not ask for access; an administrator can give you the role requester.");
    Instant now = clock.instant();
    Policy inForce = policy.get();
    Verdict verdict = inForce.judge(wanted, requester.name(), requester.address(), now);
    if (verdict instanceof Verdict.Refused refused)
      throw new InvalidRequestException(refused.faults());
    Verdict.Permitted permitted = (Verdict.Permitted) verdict;
    // two at the same moment may both be the last one; the next one is not
    long pending = tx.pending(requester.name());
    if (pending >= mostPending) throw new TooManyPendingException(pending);

    AccessRequest request = request(requester, wanted, inForce, permitted, now, id);
    tx.insert(request);
    tx.append(event(request, permitted, requester, now));
    tx.enqueue(new Notice(request.id(), Notice.Kind.ASKED, now));
    return permitted.stages().isEmpty() ? approvedAtOnce(tx, request, permitted, now) : request;
  }

  private static AccessRequest approvedAtOnce(
      Tx tx, AccessRequest request, Verdict.Permitted permitted, Instant now) {
    AccessRequest after = request.approveAtOnce(permitted.rules().get(0), now);
    tx.replace(request, after);
    Issuing.issue(tx, after, Actor.service(), now);
    return after;
  }

  private AccessRequest request(
      Actor requester,
      NewRequest wanted,
      Policy inForce,
      Verdict.Permitted permitted,
      Instant now,
      String id) {
    return new AccessRequest(
        "req-" + id,
        1,
        RequestState.PENDING,
        requester.name(),
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
        permitted.stages(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static AuditEvent event(
      AccessRequest request, Verdict.Permitted permitted, Actor requester, Instant now) {
    Map<String, String> details = ScopeDetails.of(request);
    details.put("rules", String.join(",", permitted.rules()));
    AuditEvent event = AuditEvent.done(now, Actions.ASKED, requester, request, details);
    event = event.withPersonal("reason", request.reason());
    if (request.ticket().isPresent()) event = event.withPersonal("ticket", request.ticket().get());
    if (request.scope().subject().isPresent())
      event = event.withPersonal("subject", request.scope().subject().get());
    return event;
  }
}
