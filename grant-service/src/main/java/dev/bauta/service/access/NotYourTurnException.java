package dev.bauta.service.access;

/** The person is asked about this request, but not now: others decide first, or were enough. */
public final class NotYourTurnException extends RefusedException {
  NotYourTurnException(Stage open) {
    super(
        "not-your-turn",
        "Your approval is not what this request waits for now; it waits for: " + open.name() + ".");
  }
}
