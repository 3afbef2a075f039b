package dev.bauta.service.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An approver agrees. The last one needed issues the grant, in the same transaction. Thread-safe.
 */
public final class Approve {
  private final Store store;
  private final PolicyInForce policy;
  private final Clock clock;

  public Approve(Store store, PolicyInForce policy, Clock clock) {
    this.store = store;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * One person agrees, possibly to less than was asked for.
   *
   * @throws UnknownRequestException if there is no such request
   * @throws SelfDecisionException if it is the approver's own
   * @throws NotAnApproverException if the person is not asked
   * @throws NotYourTurnException if others decide first
   * @throws PolicyChangedException if the policy in force now does not allow it any more
   * @throws AlreadyDecidedException if it is decided, or this person has agreed already
   * @throws WideningException if the narrowing would widen
   */
  public AccessRequest approve(Actor approver, String id, Narrowing narrowing) {
    return Recorded.inTransaction(
        store,
        clock,
        Actions.APPROVED,
        approver,
        Optional.of(id),
        tx -> approve(tx, approver, id, narrowing));
  }

  private AccessRequest approve(Tx tx, Actor approver, String id, Narrowing narrowing) {
    Instant now = clock.instant();
    AccessRequest request = Deciding.approvableBy(tx, policy.get(), approver, id, now);
    AccessRequest after =
        request.approve(approver.name(), narrowing, now, window -> goingOn(tx, request, window));
    boolean complete = after.state() == RequestState.APPROVED;
    tx.replace(request, after);
    if (complete) {
      Issuing.issue(tx, after, approver, now);
    } else {
      tx.append(Issuing.event(Actions.APPROVAL, after, approver, now));
      tx.enqueue(new Notice(id, Notice.Kind.PARTLY_APPROVED, now));
    }
    return after;
  }

  /**
   * Where it goes on from a grant that still runs, it ends that much later, but not later than the
   * longest window from now.
   */
  private Window goingOn(Tx tx, AccessRequest request, Window window) {
    Optional<Instant> runsUntil =
        request
            .follows()
            .flatMap(tx::request)
            .filter(before -> before.state().live())
            .flatMap(AccessRequest::window)
            .map(Window::until)
            .filter(until -> until.isAfter(window.from()));
    if (runsUntil.isEmpty()) return window;
    Duration longest = policy.get().service(request.scope().service()).orElseThrow().longest();
    Instant until = runsUntil.get().plus(Duration.between(window.from(), window.until()));
    Instant latest = window.from().plus(longest);
    return new Window(window.from(), until.isAfter(latest) ? latest : until);
  }
}
