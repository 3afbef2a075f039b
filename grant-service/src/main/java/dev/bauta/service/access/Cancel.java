package dev.bauta.service.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The requester takes a request back before it is decided. Thread-safe. */
public final class Cancel {
  private final Store store;
  private final Clock clock;

  public Cancel(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Closes the request.
   *
   * @throws NotAllowedException if it is somebody else's
   * @throws AlreadyDecidedException if it is decided
   */
  public AccessRequest cancel(Actor requester, String id) {
    return Recorded.inTransaction(
        store,
        clock,
        Actions.CANCELLED,
        requester,
        Optional.of(id),
        tx -> cancel(tx, requester, id));
  }

  private AccessRequest cancel(Tx tx, Actor requester, String id) {
    AccessRequest request =
        tx.request(id).orElseThrow(() -> new UnknownRequestException("There is no such request."));
    if (!requester.name().equals(request.requester()))
      throw new NotAllowedException("Only " + request.requester() + " can cancel this request.");
    Instant now = clock.instant();
    AccessRequest after = request.cancel(requester.name(), now);
    tx.replace(request, after);
    tx.append(AuditEvent.done(now, Actions.CANCELLED, requester, after, Map.of()));
    tx.enqueue(new Notice(id, Notice.Kind.CANCELLED, now));
    return after;
  }
}
