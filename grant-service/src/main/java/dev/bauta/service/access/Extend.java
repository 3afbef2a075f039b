package dev.bauta.service.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Somebody asks to go on before a grant is over: a new request for the same, decided like any other
 * and linked to the first. Its window begins with the approval, while the first grant runs, and
 * ends that much later; what is live is the union of both, so there is no gap. Thread-safe.
 */
public final class Extend {
  /** How many in a row; who needs longer asks for it from the start. */
  private static final int MOST = 3;

  private final Store store;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Filing filing;
  private final UnaryOperator<String> hidePersonal;

  /**
   * @param ids makes the random part of a request's id
   * @param hidePersonal masks personal data in a reason
   * @param mostPending how many requests of one person may wait for a decision
   */
  public Extend(
      Store store,
      PolicyInForce policy,
      Clock clock,
      Supplier<String> ids,
      UnaryOperator<String> hidePersonal,
      int mostPending) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
    this.hidePersonal = hidePersonal;
    this.filing = new Filing(policy, hidePersonal, mostPending);
  }

  /**
   * Files the request to go on.
   *
   * @param id of the grant, or of its request
   * @param minutes how much longer
   * @throws UnknownRequestException if there is no such grant
   * @throws NotAllowedException if it is somebody else's, or was extended often enough
   * @throws AlreadyDecidedException if it is over
   * @throws InvalidRequestException if the policy does not allow it
   */
  public AccessRequest extend(Actor actor, String id, int minutes, String why) {
    return extend(actor, id, minutes, why, ids.get());
  }

  /**
   * As {@link #extend(Actor, String, int, String)}, under an id that the caller has drawn: a second
   * time, after a crash, gives the request of the first time.
   */
  public AccessRequest extend(Actor actor, String id, int minutes, String why, String newId) {
    String request = AccessRequest.requestIdOf(id);
    return Recorded.inTransaction(
        store,
        clock,
        Actions.ASKED,
        actor,
        Optional.of(request),
        tx ->
            tx.request("req-" + newId)
                .filter(asked -> asked.requester().equals(actor.name()))
                .orElseGet(() -> extend(tx, actor, request, minutes, why, newId)));
  }

  private AccessRequest extend(
      Tx tx, Actor actor, String id, int minutes, String why, String newId) {
    Instant now = clock.instant();
    AccessRequest before =
        tx.request(id).orElseThrow(() -> new UnknownRequestException("There is no such grant."));
    if (!before.requester().equals(actor.name()))
      throw new NotAllowedException("Only " + before.requester() + " can ask to go on with it.");
    if (before.kind() == Kind.BREAK_GLASS)
      throw new NotAllowedException(
          "What was taken by breaking the glass is not extended; ask for it like anything else.");
    if (before.state() == RequestState.PENDING)
      throw new UnknownRequestException("There is no grant yet: the request is pending.");
    if (!before.state().live() || before.window().orElseThrow().over(now))
      throw new AlreadyDecidedException(before);
    tx.followerOf(id)
        .filter(next -> !next.state().over())
        .ifPresent(
            next -> {
              throw new NotAllowedException("It is asked for already: " + next.id() + ".");
            });
    if (chain(tx, before) >= MOST)
      throw new NotAllowedException(
          "It was extended " + MOST + " times already; ask anew, for as long as you need it.");
    return filing.file(tx, actor, again(before, minutes, why), newId, Optional.of(id), now);
  }

  private static int chain(Tx tx, AccessRequest last) {
    int links = 0;
    Optional<AccessRequest> at = Optional.of(last);
    while (at.isPresent() && at.get().follows().isPresent()) {
      links++;
      at = tx.request(at.get().follows().get());
    }
    return links;
  }

  private NewRequest again(AccessRequest before, int minutes, String why) {
    NewRequest first = before.wanted();
    return new NewRequest(
        first.service(),
        first.environment(),
        first.sinks(),
        first.types(),
        first.fields(),
        first.subject(),
        hidePersonal.apply(why),
        minutes,
        first.ticket(),
        Optional.empty());
  }
}
