package dev.bauta.service.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * In an emergency: a grant at once, past everybody, where the policy's own rules for it allow that.
 * Everybody concerned is told aloud, and somebody else must look at it afterwards. Thread-safe.
 */
public final class BreakGlass {
  private static final int MOST_A_DAY = 2;
  private static final Duration DAY = Duration.ofDays(1);

  private final Store store;
  private final PolicyInForce policy;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Filing filing;

  /**
   * @param ids makes the random part of a request's id
   * @param hidePersonal masks personal data in a reason
   */
  public BreakGlass(
      Store store,
      PolicyInForce policy,
      Clock clock,
      Supplier<String> ids,
      UnaryOperator<String> hidePersonal) {
    this.store = store;
    this.policy = policy;
    this.clock = clock;
    this.ids = ids;
    this.filing = new Filing(policy, hidePersonal, Integer.MAX_VALUE);
  }

  /**
   * Takes the grant.
   *
   * @throws NotAllowedException if the person may not ask at all, or did it too often today
   * @throws InvalidRequestException if the policy has no rule for it
   */
  public AccessRequest take(Actor requester, NewRequest wanted) {
    return take(requester, wanted, ids.get());
  }

  /**
   * As {@link #take(Actor, NewRequest)}, under an id that the caller has drawn: a second time,
   * after a crash, gives the grant of the first time.
   */
  public AccessRequest take(Actor requester, NewRequest wanted, String id) {
    return Recorded.inTransaction(
        store,
        clock,
        Actions.BREAK_GLASS,
        requester,
        Optional.empty(),
        tx ->
            tx.request("req-" + id)
                .filter(taken -> taken.requester().equals(requester.name()))
                .orElseGet(() -> take(tx, requester, wanted, id)));
  }

  private AccessRequest take(Tx tx, Actor requester, NewRequest wanted, String id) {
    Instant now = clock.instant();
    Filing.mayAsk(requester);
    if (tx.glassesBroken(requester.name(), now.minus(DAY)) >= MOST_A_DAY)
      throw new NotAllowedException(
          "You have broken the glass "
              + MOST_A_DAY
              + " times in 24 hours; ask for access instead.");
    Policy inForce = policy.get();
    Verdict verdict = inForce.emergency(wanted, requester.name(), requester.address(), now);
    if (verdict instanceof Verdict.Refused refused)
      throw new InvalidRequestException(refused.faults());
    AccessRequest taken =
        filing.breakGlass(tx, requester, wanted, (Verdict.Permitted) verdict, id, now);
    tx.askReview(taken.id(), now.plus(inForce.reviewWithin()));
    return taken;
  }
}
