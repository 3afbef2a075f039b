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
import org.jdbi.v3.core.Handle;

/** A transaction on one connection. Remembers what to tell others once it is through. */
final class JdbiTx implements Tx {
  private final Handle handle;
  private final List<String> platforms;
  private boolean grantsChanged;
  private boolean noticesAdded;

  JdbiTx(Handle handle, List<String> platforms) {
    this.handle = handle;
    this.platforms = platforms;
  }

  boolean grantsChanged() {
    return grantsChanged;
  }

  boolean noticesAdded() {
    return noticesAdded;
  }

  @Override
  public Optional<AccessRequest> request(String id) {
    return RequestRows.find(handle, id);
  }

  @Override
  public long pending(String requester) {
    return RequestRows.pending(handle, requester);
  }

  @Override
  public void insert(AccessRequest request) {
    RequestRows.insert(handle, request);
  }

  @Override
  public void replace(AccessRequest before, AccessRequest after) {
    RequestRows.replace(handle, before, after);
  }

  @Override
  public Optional<AccessRequest> followerOf(String id) {
    return RequestRows.followerOf(handle, id);
  }

  @Override
  public boolean mark(String request, String mark, Instant at) {
    return ReviewRows.mark(handle, request, mark, at);
  }

  @Override
  public int glassesBroken(String person, Instant since) {
    return ReviewRows.glassesBroken(handle, person, since);
  }

  @Override
  public void insert(Delegation delegation) {
    DelegationRows.insert(handle, delegation);
  }

  @Override
  public void endDelegation(String id, Instant at) {
    DelegationRows.end(handle, id, at);
  }

  @Override
  public List<Delegation> delegations(Instant from, Instant until) {
    return DelegationRows.running(handle, from, until);
  }

  @Override
  public void askReview(String request, Instant due) {
    ReviewRows.insert(handle, request, due);
  }

  @Override
  public Optional<ReviewRecord> review(String request) {
    return ReviewRows.find(handle, request);
  }

  @Override
  public boolean reviewed(String request, ReviewRecord.Done done) {
    return ReviewRows.reviewed(handle, request, done);
  }

  @Override
  public Optional<GrantRecord> grant(String id) {
    return GrantRows.find(handle, id);
  }

  @Override
  public void issue(Grant grant, String request) {
    GrantRows.issue(handle, grant, request);
    grantsChanged = true;
  }

  @Override
  public void end(Grant grant) {
    GrantRows.end(handle, grant);
    grantsChanged = true;
  }

  @Override
  public Position position(String service, String environment) {
    return GrantRows.position(handle, service, environment);
  }

  @Override
  public Optional<AgentRecord> agent(String agent, String service, String environment) {
    return AgentRows.lock(handle, agent, service, environment);
  }

  @Override
  public void save(AgentRecord agent) {
    AgentRows.save(handle, agent);
  }

  @Override
  public boolean remember(Receipt receipt, Instant at) {
    return AgentRows.remember(handle, receipt, at);
  }

  @Override
  public long addReveals(String grant, Receipt.Count count) {
    return GrantRows.addReveals(handle, grant, count);
  }

  @Override
  public List<GrantRecord> liveAt(String service, String environment, long version) {
    return GrantRows.liveAt(handle, service, environment, version);
  }

  @Override
  public boolean propose(PolicyChange change) {
    return PolicyRows.propose(handle, change);
  }

  @Override
  public Optional<PolicyChange> policyChange(String id) {
    return PolicyRows.find(handle, id);
  }

  @Override
  public boolean approvePolicy(String id, String person, Instant at) {
    return PolicyRows.approve(handle, id, person, at);
  }

  @Override
  public void policyHolds(String id, String text, Instant at) {
    PolicyRows.holds(handle, id, text, at);
  }

  @Override
  public void remember(String policyVersion, String text, Instant at) {
    handle
        .createUpdate(
            "insert into policy_version (version, content, first_at) values (:version, :text, :at)"
                + " on conflict (version) do nothing")
        .bind("version", policyVersion)
        .bind("text", text)
        .bind("at", Times.micros(at))
        .execute();
  }

  @Override
  public void append(AuditEvent event) {
    AuditLog.append(handle, event);
  }

  @Override
  public void enqueue(Notice notice) {
    for (String platform : platforms) {
      handle
          .createUpdate(
              "insert into outbox (id, platform, request_id, kind, noticed_at, attempt, not_before) values (:id, :platform, :request,"
                  + " :kind, :at, 0, :at)")
          .bind("id", Database.next(handle, "outbox"))
          .bind("platform", platform)
          .bind("request", notice.request())
          .bind("kind", notice.kind().name())
          .bind("at", Times.micros(notice.at()))
          .execute();
      noticesAdded = true;
    }
  }
}
