package dev.bauta.service.access;

/** The person has asked for so much already that nobody has decided yet. */
public final class TooManyPendingException extends RefusedException {
  TooManyPendingException(long pending) {
    super(
        "too-many-pending",
        "You have "
            + pending
            + " requests that nobody has decided; wait for an answer, or cancel some.");
  }
}
