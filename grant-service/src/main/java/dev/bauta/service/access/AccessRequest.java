package dev.bauta.service.access;

import static dev.bauta.service.access.RequestState.ACTIVE;
import static dev.bauta.service.access.RequestState.APPROVED;
import static dev.bauta.service.access.RequestState.CANCELLED;
import static dev.bauta.service.access.RequestState.DENIED;
import static dev.bauta.service.access.RequestState.ENDED;
import static dev.bauta.service.access.RequestState.EXPIRED;
import static dev.bauta.service.access.RequestState.PENDING;
import static dev.bauta.service.access.RequestState.REVOKED;

import dev.bauta.grants.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One person's request to see values, and what became of it. Immutable: a transition returns a new
 * value with the next {@code version}, and refuses when the request is not in the state it starts
 * from.
 *
 * @param version counts the changes of this request, from 1
 * @param kind how it comes to its grant
 * @param follows the request whose grant this one goes on from
 * @param scope what was asked for, after whatever approvers took away
 * @param duration how long, counted from the approval
 * @param decideBy a request nobody has decided by then expires
 * @param policyVersion the policy the request was checked against
 * @param askedFrom the network address the request came from, or empty
 * @param stages who has to agree; none where a rule approved at once
 * @param window present from the approval on
 * @param closing present once nothing can follow
 */
public record AccessRequest(
    String id,
    long version,
    RequestState state,
    String requester,
    Kind kind,
    Optional<String> follows,
    Scope scope,
    String reason,
    Optional<String> ticket,
    Duration duration,
    long maxReveals,
    Instant askedAt,
    Instant decideBy,
    String policyVersion,
    String askedFrom,
    List<Stage> stages,
    List<Approval> approvals,
    Optional<Window> window,
    Optional<Closing> closing) {
  public AccessRequest {
    stages = List.copyOf(stages);
    approvals = List.copyOf(approvals);
  }

  /** What stands before a rule's name in the place of a person's. */
  public static final String BY_RULE = "rule:";

  /** The id of the one grant this request can lead to. */
  public String grantId() {
    return grantIdOf(id);
  }

  static String grantIdOf(String requestId) {
    return "grant-" + requestId.substring("req-".length());
  }

  static String requestIdOf(String grantId) {
    return grantId.startsWith("grant-") ? "req-" + grantId.substring("grant-".length()) : grantId;
  }

  /** How many different people have agreed. */
  public int agreed() {
    return approvers().size();
  }

  /** How many people must agree, over all stages. */
  public int approvalsNeeded() {
    return stages.stream().mapToInt(Stage::people).sum();
  }

  /** How many have yet to agree. */
  public int approvalsMissing() {
    return quorum().missing();
  }

  /** The stage that waits for somebody; empty when nothing is to be decided. */
  public Optional<Stage> openStage() {
    return state == PENDING ? quorum().open() : Optional.empty();
  }

  /** When more people are asked, where nobody answers; empty where nobody else is. */
  public Optional<Instant> escalatesAt() {
    Instant waitsSince = approvals.isEmpty() ? askedAt : approvals.get(approvals.size() - 1).at();
    return openStage().flatMap(Stage::escalation).map(e -> waitsSince.plus(e.after()));
  }

  /** From PENDING: the stage that waits asks more people. */
  AccessRequest escalate() {
    requireState(EnumSet.of(PENDING));
    Stage waiting = openStage().orElseThrow();
    return asking(version + 1, stages.stream().map(s -> s == waiting ? s.escalated() : s).toList());
  }

  /** Whether this person is asked to decide it, in any stage. */
  public boolean asks(String person) {
    return quorum().knows(person);
  }

  /** The same, as it stands, with the deputies of those who are away. */
  public AccessRequest askingAlso(List<Delegation> running) {
    if (state != PENDING || running.isEmpty()) return this;
    return asking(version, Deputies.with(stages, running, requester));
  }

  private AccessRequest asking(long counted, List<Stage> people) {
    return new AccessRequest(
        id,
        counted,
        state,
        requester,
        kind,
        follows,
        scope,
        reason,
        ticket,
        duration,
        maxReveals,
        askedAt,
        decideBy,
        policyVersion,
        askedFrom,
        people,
        approvals,
        window,
        closing);
  }

  private Quorum quorum() {
    return new Quorum(stages, approvers());
  }

  /** What was asked for, as it stands now: for a policy to look at it again. */
  public NewRequest wanted() {
    return new NewRequest(
        scope.service(),
        scope.environment(),
        scope.sinks(),
        scope.types(),
        scope.fields(),
        scope.subject(),
        reason,
        (int) duration.toMinutes(),
        ticket,
        Optional.of(maxReveals));
  }

  public Set<String> approvers() {
    return approvals.stream().map(Approval::person).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * From PENDING: to APPROVED once enough different people agreed, until then PENDING with one
   * approval more.
   */
  AccessRequest approve(String approver, Narrowing narrowing, Instant now) {
    return approve(approver, narrowing, now, w -> w);
  }

  /**
   * As {@link #approve(String, Narrowing, Instant)}.
   *
   * @param goingOn puts the window where the one it goes on from ends
   */
  AccessRequest approve(
      String approver, Narrowing narrowing, Instant now, UnaryOperator<Window> goingOn) {
    requireState(EnumSet.of(PENDING));
    if (approver.equals(requester)) throw new SelfDecisionException(this);
    if (approvers().contains(approver)) throw new AlreadyDecidedException(this);
    if (!asks(approver)) throw new NotAnApproverException(scope.service());
    // distinct people, each for one place: a group, or one person counted twice, completes nothing
    if (!quorum().counts(approver)) throw new NotYourTurnException(quorum().open().orElseThrow());
    Scope narrowed = narrowing.of(scope);
    Duration shortened = narrowing.of(duration);
    List<Approval> all = new ArrayList<>(approvals);
    all.add(new Approval(approver, now));
    boolean enough = quorum().missing() == 1;
    Window window = goingOn.apply(new Window(now, now.plus(shortened)));
    return approved(narrowed, shortened, all, enough ? Optional.of(window) : Optional.empty());
  }

  /** From PENDING: to APPROVED, where the policy asks nobody, or lets the glass be broken. */
  AccessRequest approveAtOnce(String rule, Instant now) {
    requireState(EnumSet.of(PENDING));
    if (!stages.isEmpty() && kind != Kind.BREAK_GLASS)
      throw new IllegalStateException(id + " asks for people");
    return approved(
        scope,
        duration,
        List.of(new Approval(BY_RULE + rule, now)),
        Optional.of(new Window(now, now.plus(duration))));
  }

  private AccessRequest approved(
      Scope narrowed, Duration shortened, List<Approval> all, Optional<Window> granted) {
    return new AccessRequest(
        id,
        version + 1,
        granted.isPresent() ? APPROVED : PENDING,
        requester,
        kind,
        follows,
        narrowed,
        reason,
        ticket,
        shortened,
        maxReveals,
        askedAt,
        decideBy,
        policyVersion,
        askedFrom,
        stages,
        all,
        granted,
        Optional.empty());
  }

  /** From PENDING. */
  AccessRequest deny(String approver, String why, Instant now) {
    requireState(EnumSet.of(PENDING));
    if (approver.equals(requester)) throw new SelfDecisionException(this);
    return closed(DENIED, approver, why, now);
  }

  /** From PENDING, by the requester. */
  AccessRequest cancel(String by, Instant now) {
    requireState(EnumSet.of(PENDING));
    if (!by.equals(requester))
      throw new NotAllowedException("Only " + requester + " can cancel this request.");
    return closed(CANCELLED, by, "cancelled by the requester", now);
  }

  /** From PENDING, when nobody decided in time. */
  AccessRequest expire(Instant now) {
    requireState(EnumSet.of(PENDING));
    return closed(EXPIRED, "service", "nobody decided in time", now);
  }

  /** From APPROVED, when the first agent confirmed the grant. */
  AccessRequest activate() {
    requireState(EnumSet.of(APPROVED));
    return with(ACTIVE, Optional.empty());
  }

  /** From APPROVED or ACTIVE: the window is over, or the budget is spent. */
  AccessRequest end(String why, Instant now) {
    requireState(EnumSet.of(APPROVED, ACTIVE));
    return closed(ENDED, "service", why, now);
  }

  /** From APPROVED or ACTIVE. */
  AccessRequest revoke(String by, String why, Instant now) {
    requireState(EnumSet.of(APPROVED, ACTIVE));
    return closed(REVOKED, by, why, now);
  }

  private void requireState(Set<RequestState> from) {
    if (!from.contains(state)) throw new AlreadyDecidedException(this);
  }

  private AccessRequest closed(RequestState to, String by, String why, Instant now) {
    return with(to, Optional.of(new Closing(by, now, why)));
  }

  private AccessRequest with(RequestState to, Optional<Closing> end) {
    return new AccessRequest(
        id,
        version + 1,
        to,
        requester,
        kind,
        follows,
        scope,
        reason,
        ticket,
        duration,
        maxReveals,
        askedAt,
        decideBy,
        policyVersion,
        askedFrom,
        stages,
        approvals,
        window,
        end);
  }
}
