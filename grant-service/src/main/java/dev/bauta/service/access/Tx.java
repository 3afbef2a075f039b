package dev.bauta.service.access;

import dev.bauta.grants.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One transaction: all of it is stored, or nothing. Used by one thread, inside {@link
 * Store#inTransaction} only.
 */
public interface Tx {
  Optional<AccessRequest> request(String id);

  /** How many requests of that person nobody has decided yet. */
  long pending(String requester);

  void insert(AccessRequest request);

  /**
   * Replaces {@code before} by {@code after}, if the stored row is still in {@code before}'s state
   * and version.
   *
   * @throws ConcurrentChangeException if it is not; the store then runs the transaction again from
   *     its start
   */
  void replace(AccessRequest before, AccessRequest after);

  /** The newest request that goes on from that one. */
  Optional<AccessRequest> followerOf(String id);

  /** Sets a mark on a request; false when it was there before. */
  boolean mark(String request, String mark, Instant at);

  /** How often that person has broken the glass since then. */
  int glassesBroken(String person, Instant since);

  void insert(Delegation delegation);

  void endDelegation(String id, Instant at);

  /**
   * Those not ended before their time that begin before {@code until} and end after {@code from}.
   */
  List<Delegation> delegations(Instant from, Instant until);

  /** Asks for a review. */
  void askReview(String request, Instant due);

  Optional<ReviewRecord> review(String request);

  /** Writes down a review that nobody has done yet; false when somebody was faster. */
  boolean reviewed(String request, ReviewRecord.Done done);

  Optional<GrantRecord> grant(String id);

  /**
   * Stores a new grant and moves the version of the grants on; agents are told when the transaction
   * is through.
   */
  void issue(Grant grant, String request);

  /** Takes a live grant away from the agents and moves the version of the grants on. */
  void end(Grant grant);

  /** The newest version of the grants for that audience. */
  Position position(String service, String environment);

  /**
   * The agent's record, locked until the end of the transaction; empty for an agent never heard of.
   */
  Optional<AgentRecord> agent(String agent, String service, String environment);

  void save(AgentRecord agent);

  /** Remembers the receipt's number; false when it was there before. */
  boolean remember(Receipt receipt, Instant at);

  /** Adds to what the grant has shown, and returns the sum over all agents. */
  long addReveals(String grant, Receipt.Count count);

  /** The live grants of that audience which had reached the agents at that version. */
  List<GrantRecord> liveAt(String service, String environment, long version);

  /**
   * Writes the event into the audit log. When it cannot be written, nothing of the transaction
   * happens.
   */
  void append(AuditEvent event);

  /** Keeps a policy as it was written; one that is kept already stays as it is. */
  void remember(String policyVersion, String text, Instant at);

  /** A change of the policy's file begins to wait; false when it waits already. */
  boolean propose(PolicyChange change);

  /** A change of the policy's file that waits. */
  Optional<PolicyChange> policyChange(String id);

  /** The person agrees; false when that was so before. */
  boolean approvePolicy(String id, String person, Instant at);

  /** That text holds from now on, and nothing waits any more. */
  void policyHolds(String id, String text, Instant at);

  /** Puts a notice into the outbox; it is delivered after the transaction, in order per request. */
  void enqueue(Notice notice);
}
