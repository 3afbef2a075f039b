package dev.bauta.service.store;

import dev.bauta.grants.Grant;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.AgentRecord;
import dev.bauta.service.access.AuditEvent;
import dev.bauta.service.access.Delegation;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.Notice;
import dev.bauta.service.access.PolicyChange;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.Receipt;
import dev.bauta.service.access.ReviewRecord;
import dev.bauta.service.access.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A transaction in which the process may die before any step, and in which others may get a step in
 * at any time. Used by one thread.
 */
final class Crashes implements Tx {

  /** The process is gone. */
  static final class Died extends RuntimeException {
    Died() {
      super("died", null, false, false);
    }
  }

  private static final int ONE_IN = 60;

  private final Tx tx;
  private final Random random;

  Crashes(Tx tx, Random random) {
    this.tx = tx;
    this.random = random;
  }

  private Tx step() {
    if (random.nextInt(3) == 0) Thread.yield();
    if (random.nextInt(ONE_IN) == 0) throw new Died();
    return tx;
  }

  @Override
  public Optional<AccessRequest> request(String id) {
    return step().request(id);
  }

  @Override
  public long pending(String requester) {
    return step().pending(requester);
  }

  @Override
  public void insert(AccessRequest request) {
    step().insert(request);
  }

  @Override
  public void replace(AccessRequest before, AccessRequest after) {
    step().replace(before, after);
  }

  @Override
  public Optional<AccessRequest> followerOf(String id) {
    return step().followerOf(id);
  }

  @Override
  public boolean mark(String request, String mark, Instant at) {
    return step().mark(request, mark, at);
  }

  @Override
  public int glassesBroken(String person, Instant since) {
    return step().glassesBroken(person, since);
  }

  @Override
  public void insert(Delegation delegation) {
    step().insert(delegation);
  }

  @Override
  public void endDelegation(String id, Instant at) {
    step().endDelegation(id, at);
  }

  @Override
  public List<Delegation> delegations(Instant from, Instant until) {
    return step().delegations(from, until);
  }

  @Override
  public void askReview(String request, Instant due) {
    step().askReview(request, due);
  }

  @Override
  public Optional<ReviewRecord> review(String request) {
    return step().review(request);
  }

  @Override
  public boolean reviewed(String request, ReviewRecord.Done done) {
    return step().reviewed(request, done);
  }

  @Override
  public Optional<GrantRecord> grant(String id) {
    return step().grant(id);
  }

  @Override
  public void issue(Grant grant, String request) {
    step().issue(grant, request);
  }

  @Override
  public void end(Grant grant) {
    step().end(grant);
  }

  @Override
  public Position position(String service, String environment) {
    return step().position(service, environment);
  }

  @Override
  public Optional<AgentRecord> agent(String agent, String service, String environment) {
    return step().agent(agent, service, environment);
  }

  @Override
  public void save(AgentRecord agent) {
    step().save(agent);
  }

  @Override
  public boolean remember(Receipt receipt, Instant at) {
    return step().remember(receipt, at);
  }

  @Override
  public long addReveals(String grant, Receipt.Count count) {
    return step().addReveals(grant, count);
  }

  @Override
  public List<GrantRecord> liveAt(String service, String environment, long version) {
    return step().liveAt(service, environment, version);
  }

  @Override
  public void append(AuditEvent event) {
    step().append(event);
  }

  @Override
  public boolean propose(PolicyChange change) {
    return step().propose(change);
  }

  @Override
  public Optional<PolicyChange> policyChange(String id) {
    return step().policyChange(id);
  }

  @Override
  public boolean approvePolicy(String id, String person, Instant at) {
    return step().approvePolicy(id, person, at);
  }

  @Override
  public void policyHolds(String id, String text, Instant at) {
    step().policyHolds(id, text, at);
  }

  @Override
  public void remember(String policyVersion, String text, Instant at) {
    step().remember(policyVersion, text, at);
  }

  @Override
  public void enqueue(Notice notice) {
    step().enqueue(notice);
  }
}
