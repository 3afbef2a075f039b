package dev.bauta.service.store;

import dev.bauta.service.access.PolicyChange;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The tables of the policy's file and its changes. */
final class PolicyRows {
  private PolicyRows() {}

  static boolean propose(Handle handle, PolicyChange change) {
    return handle
            .createUpdate(
                "insert into policy_change (sha256, content, proposed_at) values (:id, :text, :at) on conflict do nothing")
            .bind("id", change.id())
            .bind("text", change.text())
            .bind("at", Times.micros(change.proposed()))
            .execute()
        == 1;
  }

  static Optional<PolicyChange> find(Handle handle, String id) {
    return changes(
            handle,
            handle.createQuery("select * from policy_change where sha256 = :id").bind("id", id))
        .stream()
        .findFirst();
  }

  static List<PolicyChange> all(Handle handle) {
    return changes(
        handle, handle.createQuery("select * from policy_change order by proposed_at, sha256"));
  }

  private static List<PolicyChange> changes(Handle handle, Query query) {
    return query
        .map(
            (row, context) ->
                new PolicyChange(
                    row.getString("sha256"),
                    row.getString("content"),
                    Times.instant(row.getLong("proposed_at")),
                    Set.of()))
        .list()
        .stream()
        .map(c -> new PolicyChange(c.id(), c.text(), c.proposed(), approvers(handle, c.id())))
        .toList();
  }

  private static Set<String> approvers(Handle handle, String id) {
    return new HashSet<>(
        handle
            .createQuery("select person from policy_approval where sha256 = :id")
            .bind("id", id)
            .mapTo(String.class)
            .list());
  }

  static boolean approve(Handle handle, String id, String person, Instant at) {
    return handle
            .createUpdate(
                "insert into policy_approval (sha256, person, at) values (:id, :person, :at) on conflict do nothing")
            .bind("id", id)
            .bind("person", person)
            .bind("at", Times.micros(at))
            .execute()
        == 1;
  }

  static void holds(Handle handle, String id, String text, Instant at) {
    handle.execute("delete from policy_approval");
    handle.execute("delete from policy_change");
    handle
        .createUpdate(
            "insert into policy_text (id, sha256, content, since) values (1, :sha, :text, :at)"
                + " on conflict (id) do update set sha256 = excluded.sha256, content = excluded.content, since = excluded.since")
        .bind("sha", id)
        .bind("text", text)
        .bind("at", Times.micros(at))
        .execute();
  }

  static Optional<String> text(Handle handle) {
    return handle
        .createQuery("select content from policy_text where id = 1")
        .mapTo(String.class)
        .findOne();
  }
}
