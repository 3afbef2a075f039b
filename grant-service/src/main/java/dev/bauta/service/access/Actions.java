package dev.bauta.service.access;

/**
 * The words for what happens, as they stand in the audit log. A word is never given a second
 * meaning.
 */
public final class Actions {
  public static final String ASKED = "request.asked";
  public static final String APPROVAL = "request.approval";
  public static final String APPROVED = "request.approved";
  public static final String BREAK_GLASS = "request.break-glass";
  public static final String REVIEWED = "break-glass.reviewed";
  public static final String DELEGATED = "delegation.made";
  public static final String DELEGATION_ENDED = "delegation.ended";
  public static final String ESCALATED = "request.escalated";
  public static final String DENIED = "request.denied";
  public static final String CANCELLED = "request.cancelled";
  public static final String EXPIRED = "request.expired";
  public static final String ACTIVE = "grant.active";
  public static final String ENDED = "grant.ended";
  public static final String REVOKED = "grant.revoked";
  public static final String REVEALED = "reveals.counted";
  public static final String GAP = "receipts.gap";
  public static final String UNKNOWN_GRANT = "receipts.unknown-grant";
  public static final String STARTED = "service.started";
  public static final String POLICY = "policy.loaded";
  public static final String POLICY_PROPOSED = "policy.proposed";
  public static final String POLICY_APPROVED = "policy.approved";
  public static final String TOKEN = "token.created";
  public static final String EPOCH = "grants.epoch";

  private Actions() {}
}
