package dev.bauta.service.access;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Administrators agree to a change of the policy, each once. Who wrote the file is not known here,
 * so that a second pair of eyes takes a second administrator. Thread-safe.
 */
public final class ApprovePolicy {
  private final Store store;
  private final Clock clock;

  public ApprovePolicy(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * One administrator agrees to that text, and no other.
   *
   * @param id the change's
   * @throws NotAllowedException if the person is no administrator, or has agreed already
   * @throws UnknownRequestException if no such change waits
   */
  public PolicyChange approve(Actor actor, String id) {
    return Recorded.inTransaction(
        store,
        clock,
        Actions.POLICY_APPROVED,
        actor,
        Optional.empty(),
        tx -> {
          if (!actor.has(Role.ADMIN))
            throw new NotAllowedException("Changes of the policy are for administrators.");
          if (tx.policyChange(id).isEmpty())
            throw new UnknownRequestException("No such change of the policy waits.");
          if (!tx.approvePolicy(id, actor.name(), clock.instant()))
            throw new NotAllowedException("You have agreed to this change already.");
          Map<String, String> details = new TreeMap<>(Map.of("change", id));
          tx.append(AuditEvent.about(clock.instant(), Actions.POLICY_APPROVED, actor, details));
          return tx.policyChange(id).orElseThrow();
        });
  }
}
