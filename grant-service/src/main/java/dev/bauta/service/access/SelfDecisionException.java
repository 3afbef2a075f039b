package dev.bauta.service.access;

/** Nobody decides their own request, not even an administrator. */
public final class SelfDecisionException extends RefusedException {
  SelfDecisionException(AccessRequest request) {
    super(
        "self-decision",
        "Nobody decides their own request: "
            + request.id()
            + " needs another person. You can cancel it.");
  }
}
