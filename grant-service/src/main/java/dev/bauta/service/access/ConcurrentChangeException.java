package dev.bauta.service.access;

/**
 * Somebody else changed the row first. The store runs the whole transaction again; a use case never
 * sees this.
 */
public final class ConcurrentChangeException extends RuntimeException {
  public ConcurrentChangeException(String what) {
    super(what + " was changed by somebody else in between");
  }
}
