package dev.bauta.service.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Somebody asks to see values. Thread-safe. */
public final class Ask {
  private final Store store;
  private final PolicyInForce policy;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Filing filing;

  /**
   * @param ids makes the random part of a request's id
   * @param hidePersonal masks personal data in a reason, which chat and audit will show to many
   * @param mostPending how many requests of one person may wait for a decision
   */
  public Ask(
      Store store,
      PolicyInForce policy,
      Clock clock,
      Supplier<String> ids,
      UnaryOperator<String> hidePersonal,
      int mostPending) {
    this.store = store;
    this.policy = policy;
    this.clock = clock;
    this.ids = ids;
    this.filing = new Filing(policy, hidePersonal, mostPending);
  }

  /** What would be refused, without recording it: for a form that is being filled in. */
  public List<Fault> faults(Actor requester, NewRequest wanted) {
    Verdict verdict =
        policy.get().judge(wanted, requester.name(), requester.address(), clock.instant());
    return verdict instanceof Verdict.Refused refused ? refused.faults() : List.of();
  }

  /**
   * Stores the request, pending.
   *
   * @throws NotAllowedException if the person may not ask
   * @throws InvalidRequestException if something about the request is wrong
   * @throws TooManyPendingException if too many of the person's requests wait already
   */
  public AccessRequest ask(Actor requester, NewRequest wanted) {
    return ask(requester, wanted, ids.get());
  }

  /**
   * As {@link #ask(Actor, NewRequest)}, under an id that the caller has drawn: asking a second
   * time, after a crash, gives the request of the first time.
   *
   * @param id the random part of the request's id
   */
  public AccessRequest ask(Actor requester, NewRequest wanted, String id) {
    return Recorded.inTransaction(
        store,
        clock,
        Actions.ASKED,
        requester,
        Optional.empty(),
        tx ->
            asked(tx, requester, id)
                .orElseGet(
                    () ->
                        filing.file(tx, requester, wanted, id, Optional.empty(), clock.instant())));
  }

  private static Optional<AccessRequest> asked(Tx tx, Actor requester, String id) {
    return tx.request("req-" + id).filter(r -> r.requester().equals(requester.name()));
  }
}
