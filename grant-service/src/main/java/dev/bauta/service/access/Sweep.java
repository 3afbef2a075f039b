package dev.bauta.service.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Ends what is over: pending requests nobody decided, grants whose window has passed. Every
 * instance of the service may run it; each request changes once, since its state is compared.
 * Agents do not wait for it: they end a grant by its own expiry. Thread-safe.
 */
public final class Sweep {
  private static final int AT_ONCE = 100;
  private static final Duration REMIND = Duration.ofMinutes(5);

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
    for (AccessRequest waiting : store.escalating(clock.instant(), AT_ONCE))
      store.inTransaction(tx -> escalate(tx, waiting.id()));
    store.ending(clock.instant().plus(REMIND), AT_ONCE).forEach(this::remind);
    store.openReviews(AT_ONCE).forEach(this::chase);
    return ended;
  }

  private boolean escalate(Tx tx, String id) {
    AccessRequest request = tx.request(id).orElseThrow();
    Instant now = clock.instant();
    Optional<Instant> at = request.escalatesAt();
    if (at.isEmpty() || now.isBefore(at.get()) || !now.isBefore(request.decideBy())) return false;
    Stage waiting = request.openStage().orElseThrow();
    AccessRequest after = request.escalate();
    tx.replace(request, after);
    Map<String, String> details =
        Map.of(
            "stage",
            waiting.name(),
            "asked",
            String.join(",", waiting.escalation().orElseThrow().approvers().keySet()));
    tx.append(AuditEvent.done(now, Actions.ESCALATED, Actor.service(), after, details));
    tx.enqueue(new Notice(id, Notice.Kind.ESCALATED, now));
    return true;
  }

  /**
   * Once, in time to ask to go on; a grant that is as short as that says its end when it begins.
   */
  private void remind(AccessRequest ending) {
    Instant now = clock.instant();
    store.inTransaction(
        tx -> {
          AccessRequest request = tx.request(ending.id()).orElseThrow();
          boolean goesOn =
              tx.followerOf(request.id()).filter(next -> !next.state().over()).isPresent();
          boolean tell =
              request.state().live()
                  && !goesOn
                  && request.window().orElseThrow().length().compareTo(REMIND) > 0;
          if (tx.mark(request.id(), "ending", now) && tell)
            tx.enqueue(new Notice(request.id(), Notice.Kind.ENDING, now));
          return null;
        });
  }

  /** Again every day, until somebody has looked. */
  private void chase(ReviewRecord review) {
    Instant now = clock.instant();
    if (!review.overdue(now)) return;
    long days = Duration.between(review.due(), now).toDays();
    store.inTransaction(
        tx -> {
          if (tx.mark(review.request(), "review-" + days, now))
            tx.enqueue(new Notice(review.request(), Notice.Kind.REVIEW_DUE, now));
          return null;
        });
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
