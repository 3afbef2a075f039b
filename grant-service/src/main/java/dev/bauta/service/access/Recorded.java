package dev.bauta.service.access;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a use case's transaction, and records a refusal in a transaction of its own, since the
 * refused one is rolled back.
 */
final class Recorded {
  private Recorded() {}

  static <T> T inTransaction(
      Store store,
      Clock clock,
      String action,
      Actor actor,
      Optional<String> request,
      Function<Tx, T> work) {
    try {
      return store.inTransaction(work);
    } catch (RefusedException refusal) {
      store.inTransaction(
          tx -> {
            // an id that is no request of ours is a caller's text: it has no place in the log
            Optional<String> known = request.filter(id -> tx.request(id).isPresent());
            tx.append(AuditEvent.refused(clock.instant(), action, actor, known, refusal));
            return null;
          });
      throw refusal;
    }
  }
}
