package dev.bauta.service.access;

import java.util.function.Supplier;

/** The policy that holds now; another one may take its place at any time. Thread-safe. */
public final class PolicyInForce implements Supplier<Policy> {
  private volatile Policy policy;

  public PolicyInForce(Policy policy) {
    this.policy = policy;
  }

  /** One version; who decides several things about one request asks once. */
  @Override
  public Policy get() {
    return policy;
  }

  /** From now on this one holds. Requests that wait are looked at again when somebody decides. */
  public void replace(Policy next) {
    policy = next;
  }
}
