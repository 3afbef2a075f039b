package dev.bauta.service.access;

import dev.bauta.grants.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Somebody asks to see values. Thread-safe. */
public final class Ask {
  private final Store store;
  private final Policy policy;
  private final Clock clock;
  private final Supplier<String> ids;
  private final UnaryOperator<String> hidePersonal;

  /**
   * @param ids makes the random part of a request's id
   * @param hidePersonal masks personal data in a reason, which chat and audit will show to many
   */
  public Ask(
      Store store,
      Policy policy,
      Clock clock,
      Supplier<String> ids,
      UnaryOperator<String> hidePersonal) {
    this.store = store;
    this.policy = policy;
    this.clock = clock;
    this.ids = ids;
    this.hidePersonal = hidePersonal;
  }

  /** What would be refused, without recording it: for a form that is being filled in. */
  public List<Fault> faults(Actor requester, NewRequest wanted) {
    return policy.faults(wanted, requester.name());
  }

  /**
   * Stores the request, pending.
   *
   * @throws NotAllowedException if the person may not ask
   * @throws InvalidRequestException if something about the request is wrong
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
    List<Fault> faults = policy.faults(wanted, requester.name());
    if (!faults.isEmpty()) throw new InvalidRequestException(faults);

    Instant now = clock.instant();
    ServicePolicy service = policy.service(wanted.service()).orElseThrow();
    AccessRequest request = request(requester, wanted, service, now, id);
    tx.insert(request);
    tx.append(event(request, requester, now));
    tx.enqueue(new Notice(request.id(), Notice.Kind.ASKED, now));
    return request;
  }

  private AccessRequest request(
      Actor requester, NewRequest wanted, ServicePolicy service, Instant now, String id) {
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
        wanted.maxReveals().orElse(service.maxReveals()),
        now,
        now.plus(policy.decideWithin()),
        policy.version(),
        service.approvals(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static AuditEvent event(AccessRequest request, Actor requester, Instant now) {
    AuditEvent event =
        AuditEvent.done(now, Actions.ASKED, requester, request, ScopeDetails.of(request));
    event = event.withPersonal("reason", request.reason());
    if (request.ticket().isPresent()) event = event.withPersonal("ticket", request.ticket().get());
    if (request.scope().subject().isPresent())
      event = event.withPersonal("subject", request.scope().subject().get());
    return event;
  }
}
