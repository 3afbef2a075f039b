package dev.bauta.service.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Somebody else looks at a grant that was taken by breaking the glass. Thread-safe. */
public final class Review {
  private final Store store;
  private final Clock clock;
  private final UnaryOperator<String> hidePersonal;

  /**
   * @param hidePersonal masks personal data in the note, which the audit log will show to many
   */
  public Review(Store store, Clock clock, UnaryOperator<String> hidePersonal) {
    this.store = store;
    this.clock = clock;
    this.hidePersonal = hidePersonal;
  }

  /**
   * Writes down what was found; once.
   *
   * @param justified whether breaking the glass was right
   * @param note what was looked at, in words
   * @throws UnknownRequestException if there is nothing to review
   * @throws SelfDecisionException if it is the reviewer's own
   * @throws NotAnApproverException if the person is not asked to review it
   * @throws NotAllowedException if somebody has reviewed it already
   */
  public ReviewRecord review(Actor reviewer, String id, boolean justified, String note) {
    return Recorded.inTransaction(
        store,
        clock,
        Actions.REVIEWED,
        reviewer,
        Optional.of(id),
        tx -> review(tx, reviewer, id, justified, note));
  }

  private ReviewRecord review(Tx tx, Actor reviewer, String id, boolean justified, String note) {
    AccessRequest request =
        tx.request(id).orElseThrow(() -> new UnknownRequestException("There is no such request."));
    ReviewRecord open =
        tx.review(id)
            .orElseThrow(
                () -> new UnknownRequestException("The glass was not broken for this request."));
    if (reviewer.name().equals(request.requester())) throw new SelfDecisionException(request);
    if (!reviewer.has(Role.APPROVER) || !request.asks(reviewer.name()))
      throw new NotAnApproverException(request.scope().service());
    String text = hidePersonal.apply(Why.checked(note));
    Instant now = clock.instant();
    ReviewRecord.Done done = new ReviewRecord.Done(reviewer.name(), now, justified);
    if (!tx.reviewed(id, done))
      throw new NotAllowedException(
          "Already reviewed" + open.done().map(d -> " by " + d.by()).orElse("") + ".");
    tx.append(
        AuditEvent.done(
                now,
                Actions.REVIEWED,
                reviewer,
                request,
                Map.of("justified", Boolean.toString(justified)))
            .withPersonal("note", text));
    tx.enqueue(new Notice(id, Notice.Kind.REVIEWED, now));
    return new ReviewRecord(id, open.due(), Optional.of(done));
  }
}
