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
    /** Nobody has answered for a while, and more people were asked. */
    ESCALATED,
    ACTIVE,
    DENIED,
    CANCELLED,
    EXPIRED,
    REVOKED,
    ENDED,
    /** The grant is over in a few minutes. */
    ENDING,
    /** Somebody has taken a grant past everybody. */
    BREAK_GLASS,
    /** Nobody has looked yet at a break-glass grant, and the time for it is over. */
    REVIEW_DUE,
    /** Somebody has looked at a break-glass grant. */
    REVIEWED
  }
}
