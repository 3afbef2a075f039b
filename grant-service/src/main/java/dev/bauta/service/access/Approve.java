package dev.bauta.service.access;

import dev.bauta.grants.Grant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An approver agrees. The last one needed issues the grant, in the same transaction. Thread-safe.
 */
public final class Approve {
  private final Store store;
  private final Policy policy;
  private final Clock clock;

  public Approve(Store store, Policy policy, Clock clock) {
    this.store = store;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * One person agrees, possibly to less than was asked for.
   *
   * @throws UnknownRequestException if there is no such request
   * @throws SelfDecisionException if it is the approver's own
   * @throws NotAnApproverException if the person does not decide for that service
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
    AccessRequest request = Deciding.pendingFor(tx, policy, approver, id, now);
    AccessRequest after = request.approve(approver.name(), narrowing, now);
    boolean complete = after.state() == RequestState.APPROVED;
    tx.replace(request, after);
    if (complete) tx.issue(grant(after), after.id());
    tx.append(event(complete ? Actions.APPROVED : Actions.APPROVAL, after, approver, now));
    tx.enqueue(new Notice(id, complete ? Notice.Kind.APPROVED : Notice.Kind.PARTLY_APPROVED, now));
    return after;
  }

  private static Grant grant(AccessRequest request) {
    Window window = request.window().orElseThrow();
    return new Grant(
        request.grantId(),
        Set.of(request.requester()),
        request.scope(),
        window.from(),
        window.until(),
        request.maxReveals(),
        reasonHash(request),
        request.approvers(),
        request.policyVersion());
  }

  private static AuditEvent event(String action, AccessRequest after, Actor approver, Instant now) {
    Map<String, String> details = ScopeDetails.of(after);
    details.put("agreed", Integer.toString(after.agreed()));
    details.put("needed", Integer.toString(after.approvalsNeeded()));
    AuditEvent event = AuditEvent.done(now, action, approver, after, details);
    Optional<String> subject = after.scope().subject();
    return subject.isPresent() ? event.withPersonal("subject", subject.get()) : event;
  }

  // the id is random, so equal reasons have different hashes and a guessed reason proves nothing
  // about another request
  private static String reasonHash(AccessRequest request) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash =
          sha.digest((request.id() + "\n" + request.reason()).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
