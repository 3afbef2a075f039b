package dev.bauta.service.access;

import dev.bauta.grants.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Where requests, grants, receipts and the audit log live. Thread-safe. Reading sees committed rows
 * only.
 */
public interface Store {
  /**
   * Runs the work in one transaction, and again from its start when somebody else was faster. The
   * work must have no effect outside the transaction. Whatever it throws rolls everything back.
   */
  <T> T inTransaction(Function<Tx, T> work);

  Optional<AccessRequest> request(String id);

  /** As it stands at that moment: with the deputies of those who are away. */
  default Optional<AccessRequest> request(String id, Instant now) {
    return request(id)
        .map(
            found ->
                found.askingAlso(
                    delegations(now).stream().filter(d -> !d.from().isAfter(now)).toList()));
  }

  /** Newest first; of those asked at one time, by id. */
  List<AccessRequest> requests(RequestQuery query);

  /** Newest first. */
  default List<AccessRequest> requests(Set<RequestState> states, int limit) {
    return requests(RequestQuery.newest(limit).in(states));
  }

  Optional<GrantRecord> grant(String id);

  /** Newest first. */
  List<GrantRecord> grants(GrantQuery query);

  /** Newest first. */
  default List<GrantRecord> grants(int limit) {
    return grants(GrantQuery.newest(limit));
  }

  /** The grants that agents of that audience must have now. */
  List<GrantRecord> live(String service, String environment, Instant now);

  /** The newest version of the grants for that audience. */
  Position position(String service, String environment);

  /** The agents that have told something since then. */
  List<AgentRecord> agents(Instant since);

  /** Live requests that are over before that moment, and of which nobody was reminded. */
  List<AccessRequest> ending(Instant before, int limit);

  /** Pending requests for which nobody has answered until then, so that more people are asked. */
  List<AccessRequest> escalating(Instant now, int limit);

  /** Changes of the policy's file that wait, the first proposed first. */
  List<PolicyChange> policyChanges();

  /** The text of the policy's file as it held last; empty before the first. */
  Optional<String> policyText();

  /** Adds what an agent has masked; kept for two hours. */
  void addMasked(String service, String environment, List<MaskedCount> counts, Instant at);

  /**
   * How much agents have masked since then of what lies in that scope, by type: its fields and
   * subject are not looked at, so that it is the most that a grant would have shown.
   */
  SortedMap<String, Long> masked(Scope scope, Instant since);

  /** Delegations that run now or later. */
  List<Delegation> delegations(Instant now);

  /** Reviews that nobody has done yet, the first due first. */
  List<ReviewRecord> openReviews(int limit);

  /** Requests whose time is up: pending ones nobody decided, live ones whose window is over. */
  List<AccessRequest> due(Instant now, int limit);
}
