package dev.bauta.service.store;

import dev.bauta.service.access.Delegation;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table of delegations. */
final class DelegationRows {
  private DelegationRows() {}

  static void insert(Handle handle, Delegation delegation) {
    handle
        .createUpdate(
            "insert into delegation (id, person, deputy, from_at, until_at) values (:id, :person, :deputy, :from, :until)")
        .bind("id", delegation.id())
        .bind("person", delegation.person())
        .bind("deputy", delegation.deputy())
        .bind("from", Times.micros(delegation.from()))
        .bind("until", Times.micros(delegation.until()))
        .execute();
  }

  static void end(Handle handle, String id, Instant at) {
    handle
        .createUpdate("update delegation set ended_at = :at where id = :id and ended_at is null")
        .bind("at", Times.micros(at))
        .bind("id", id)
        .execute();
  }

  static List<Delegation> running(Handle handle, Instant from, Instant until) {
    return handle
        .createQuery(
            "select * from delegation where ended_at is null and from_at < :until and until_at > :from order by id")
        .bind("from", from.equals(Instant.MIN) ? 0 : Times.micros(from))
        .bind("until", until.equals(Instant.MAX) ? Long.MAX_VALUE : Times.micros(until))
        .map(
            (row, context) ->
                new Delegation(
                    row.getString("id"),
                    row.getString("person"),
                    row.getString("deputy"),
                    Times.instant(row.getLong("from_at")),
                    Times.instant(row.getLong("until_at"))))
        .list();
  }
}
