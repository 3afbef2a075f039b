package dev.bauta.service.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An approver refuses a request, and says why. Thread-safe. */
public final class Deny {
  private final Store store;
  private final Clock clock;
  private final UnaryOperator<String> hidePersonal;

  /**
   * Keeps what it is given.
   *
   * @param hidePersonal masks personal data in the reason, which chat and audit will show to many
   */
  public Deny(Store store, Clock clock, UnaryOperator<String> hidePersonal) {
    this.store = store;
    this.clock = clock;
    this.hidePersonal = hidePersonal;
  }

  /**
   * Closes the request, with a reason for the requester.
   *
   * @throws InvalidRequestException if no reason is given
   * @throws RefusedException as {@link Approve#approve} does
   */
  public AccessRequest deny(Actor approver, String id, String why) {
    return Recorded.inTransaction(
        store, clock, Actions.DENIED, approver, Optional.of(id), tx -> deny(tx, approver, id, why));
  }

  private AccessRequest deny(Tx tx, Actor approver, String id, String why) {
    Instant now = clock.instant();
    AccessRequest request = Deciding.pendingFor(tx, approver, id, now);
    AccessRequest after = request.deny(approver.name(), hidePersonal.apply(Why.checked(why)), now);
    tx.replace(request, after);
    tx.append(
        AuditEvent.done(now, Actions.DENIED, approver, after, Map.of())
            .withPersonal("why", after.closing().orElseThrow().why()));
    tx.enqueue(new Notice(id, Notice.Kind.DENIED, now));
    return after;
  }
}
