package dev.bauta.service.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A live grant is taken back: by its holder, by who was asked to approve it, by the owner of its
 * service, or by an administrator. Thread-safe.
 */
public final class Revoke {
  private final Store store;
  private final PolicyInForce policy;
  private final Clock clock;
  private final UnaryOperator<String> hidePersonal;

  /**
   * Keeps what it is given.
   *
   * @param hidePersonal masks personal data in the reason, which chat and audit will show to many
   */
  public Revoke(
      Store store, PolicyInForce policy, Clock clock, UnaryOperator<String> hidePersonal) {
    this.store = store;
    this.policy = policy;
    this.clock = clock;
    this.hidePersonal = hidePersonal;
  }

  /**
   * Takes the grant away from all agents.
   *
   * @param id of the grant, or of its request
   * @throws UnknownRequestException if there is no such grant
   * @throws NotAllowedException if the person has nothing to do with it
   * @throws AlreadyDecidedException if it is over
   */
  public AccessRequest revoke(Actor actor, String id, String why) {
    String request = AccessRequest.requestIdOf(id);
    return Recorded.inTransaction(
        store,
        clock,
        Actions.REVOKED,
        actor,
        Optional.of(request),
        tx -> revokeIn(tx, actor, request, why));
  }

  private AccessRequest revokeIn(Tx tx, Actor actor, String id, String why) {
    AccessRequest request =
        tx.request(id).orElseThrow(() -> new UnknownRequestException("There is no such grant."));
    if (!may(actor, request))
      throw new NotAllowedException(
          "Only its holder, who was asked to approve it, the owner of "
              + request.scope().service()
              + " or an administrator can revoke this grant.");
    String reason = hidePersonal.apply(Why.checked(why));
    if (request.state() == RequestState.PENDING)
      throw new UnknownRequestException("There is no grant yet: the request is pending.");
    Instant now = clock.instant();
    AccessRequest after = request.revoke(actor.name(), reason, now);
    tx.replace(request, after);
    tx.end(tx.grant(request.grantId()).orElseThrow().grant());
    tx.append(
        AuditEvent.done(now, Actions.REVOKED, actor, after, Map.of()).withPersonal("why", reason));
    tx.enqueue(new Notice(id, Notice.Kind.REVOKED, now));
    // whoever takes it back means what goes on from it, too
    tx.followerOf(id)
        .filter(next -> next.state().live())
        .ifPresent(next -> revokeIn(tx, actor, next.id(), why));
    return after;
  }

  private boolean may(Actor actor, AccessRequest request) {
    return actor.name().equals(request.requester())
        || actor.has(Role.ADMIN)
        || actor.has(Role.APPROVER) && request.asks(actor.name())
        || isOwner(actor, request);
  }

  private boolean isOwner(Actor actor, AccessRequest request) {
    return policy
        .get()
        .service(request.scope().service())
        .flatMap(ServicePolicy::owner)
        .filter(actor.name()::equals)
        .isPresent();
  }
}
