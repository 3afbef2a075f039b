package dev.bauta.service.access;

import java.time.Instant;
import java.util.Map;

/** The end of a grant by the service itself: its time or its budget is used up. */
final class Ending {
  private Ending() {}

  static void end(Tx tx, AccessRequest request, String why, Instant now) {
    AccessRequest after = request.end(why, now);
    tx.replace(request, after);
    GrantRecord grant = tx.grant(request.grantId()).orElseThrow();
    tx.end(grant.grant());
    Map<String, String> details = Map.of("why", why, "revealed", Long.toString(grant.revealed()));
    tx.append(AuditEvent.done(now, Actions.ENDED, Actor.service(), after, details));
    tx.enqueue(new Notice(request.id(), Notice.Kind.ENDED, now));
  }
}
