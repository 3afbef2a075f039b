package dev.bauta.service.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Ends what is over: pending requests nobody decided, grants whose window has passed. Every
 * instance of the service may run it; each request changes once, since its state is compared.
 * Agents do not wait for it: they end a grant by its own expiry. Thread-safe.
 */
public final class Sweep {
  private static final int AT_ONCE = 100;

  private final Store store;
  private final Clock clock;

  public Sweep(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Returns how many requests it has ended. */
  public int run() {
    int ended = 0;
    for (AccessRequest due : store.due(clock.instant(), AT_ONCE)) {
      if (store.inTransaction(tx -> end(tx, due.id()))) ended++;
    }
    return ended;
  }

  private boolean end(Tx tx, String id) {
    AccessRequest request = tx.request(id).orElseThrow();
    Instant now = clock.instant();
    if (request.state() == RequestState.PENDING && !now.isBefore(request.decideBy())) {
      AccessRequest after = request.expire(now);
      tx.replace(request, after);
      tx.append(AuditEvent.done(now, Actions.EXPIRED, Actor.service(), after, Map.of()));
      tx.enqueue(new Notice(id, Notice.Kind.EXPIRED, now));
      return true;
    }
    if (request.state().live() && request.window().orElseThrow().over(now)) {
      Ending.end(tx, request, "window over", now);
      return true;
    }
    return false;
  }
}
