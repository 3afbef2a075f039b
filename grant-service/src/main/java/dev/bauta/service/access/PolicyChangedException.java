package dev.bauta.service.access;

/** What was asked for when the policy allowed it, it does not allow any more. */
public final class PolicyChangedException extends RefusedException {
  PolicyChangedException(String why) {
    super(
        "policy-changed",
        "The policy does not allow this request any more: "
            + why
            + " It has to be asked for anew.");
  }
}
