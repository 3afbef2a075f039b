package dev.bauta.service.access;

/** The person lacks the role, or it is somebody else's request. */
public final class NotAllowedException extends RefusedException {
  public NotAllowedException(String message) {
    super("not-allowed", message);
  }
}
