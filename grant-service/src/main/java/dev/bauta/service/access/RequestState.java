package dev.bauta.service.access;

/** Where a request is. A request that has left a state never comes back to it. */
public enum RequestState {
  /** Asked, not decided. */
  PENDING,
  /** Approved: its grant is issued and its clock runs. */
  APPROVED,
  /** At least one agent has confirmed that it applies the grant. */
  ACTIVE,
  /** The window is over, or its budget of reveals is spent. */
  ENDED,
  DENIED,
  /** Taken back by the requester before it was decided. */
  CANCELLED,
  /** Nobody decided in time. */
  EXPIRED,
  /** Taken back while its grant was live. */
  REVOKED;

  /** Whether a grant of a request in this state may show values. */
  public boolean live() {
    return this == APPROVED || this == ACTIVE;
  }

  /** Whether nothing can follow. */
  public boolean over() {
    return !live() && this != PENDING;
  }
}
