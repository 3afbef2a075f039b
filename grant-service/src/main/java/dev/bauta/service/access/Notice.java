package dev.bauta.service.access;

import java.time.Instant;

/**
 * That a request has changed, to be told by chat after the transaction. Holds no text: messages are
 * rendered from the stored row.
 */
public record Notice(String request, Kind kind, Instant at) {
  public enum Kind {
    ASKED,
    /** One more person has agreed, and another is needed. */
    PARTLY_APPROVED,
    APPROVED,
    ACTIVE,
    DENIED,
    CANCELLED,
    EXPIRED,
    REVOKED,
    ENDED
  }
}
