package dev.bauta.service.chat;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.Notice;
import java.time.Instant;
import java.util.Optional;

/**
 * A change to be told. The request and the grant are as stored when the message is delivered, which
 * may be later than the change.
 *
 * @param id unique and stable: a second try has the same
 * @param kind what changed
 * @param at when it changed
 * @param attempt counts from 1
 * @param confirmations how many agents have applied the newest state of the grant
 */
public record OutboxMessage(
    long id,
    Notice.Kind kind,
    Instant at,
    int attempt,
    AccessRequest request,
    Optional<GrantRecord> grant,
    Confirmations confirmations) {
  /** So many agents of the audience have confirmed, of so many that were heard of lately. */
  public record Confirmations(int confirmed, int of) {}
}
