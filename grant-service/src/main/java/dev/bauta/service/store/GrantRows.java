package dev.bauta.service.store;

import dev.bauta.grants.Grant;
import dev.bauta.grants.Scope;
import dev.bauta.service.access.GrantQuery;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of grants, of their versions and of what they have shown. */
final class GrantRows {
  private GrantRows() {}

  static Optional<GrantRecord> find(Handle handle, String id) {
    return handle
        .createQuery("select * from access_grant where id = :id")
        .bind("id", id)
        .map(GrantRows::map)
        .findOne();
  }

  static List<GrantRecord> list(Handle handle, GrantQuery query) {
    StringBuilder where = new StringBuilder("1 = 1");
    if (query.seenBy().isPresent())
      where.append(
          " and request_id in (select id from access_request where requester = :person"
              + " union select request_id from request_asked where person = :person)");
    if (query.service().isPresent()) where.append(" and service = :service");
    if (query.before().isPresent()) where.append(" and issued_version < :before");
    Query select =
        handle
            .createQuery(
                "select * from access_grant where "
                    + where
                    + " order by issued_version desc limit :limit")
            .bind("limit", query.limit());
    query.seenBy().ifPresent(person -> select.bind("person", person));
    query.service().ifPresent(service -> select.bind("service", service));
    query.before().ifPresent(before -> select.bind("before", before));
    return select.map(GrantRows::map).list();
  }

  static List<GrantRecord> live(Handle handle, String service, String environment, Instant now) {
    return handle
        .createQuery(
            "select * from access_grant where service = :service and environment = :environment and ended_version is null"
                + " and expires > :now order by issued_version")
        .bind("service", service)
        .bind("environment", environment)
        .bind("now", Times.micros(now))
        .map(GrantRows::map)
        .list();
  }

  static List<GrantRecord> liveAt(Handle handle, String service, String environment, long version) {
    return handle
        .createQuery(
            "select * from access_grant where service = :service and environment = :environment and ended_version is null"
                + " and issued_version <= :version order by issued_version")
        .bind("service", service)
        .bind("environment", environment)
        .bind("version", version)
        .map(GrantRows::map)
        .list();
  }

  static void issue(Handle handle, Grant grant, String request) {
    Scope scope = grant.scope();
    long version = nextVersion(handle, scope.service(), scope.environment());
    handle
        .createUpdate(
            "insert into access_grant (id, request_id, service, environment, people, scope, not_before, expires, max_reveals,"
                + " reason_hash, approved_by, policy_version, issued_version, revealed) values (:id, :request, :service,"
                + " :environment, :people, :scope, :notBefore, :expires, :maxReveals, :reasonHash, :approvedBy, :policy, :version, 0)")
        .bind("id", grant.id())
        .bind("request", request)
        .bind("service", scope.service())
        .bind("environment", scope.environment())
        .bind("people", ScopeText.write(grant.people()))
        .bind("scope", ScopeText.write(scope))
        .bind("notBefore", Times.micros(grant.notBefore()))
        .bind("expires", Times.micros(grant.expires()))
        .bind("maxReveals", grant.maxReveals())
        .bind("reasonHash", grant.reasonHash())
        .bind("approvedBy", ScopeText.write(grant.approvedBy()))
        .bind("policy", grant.policyVersion())
        .bind("version", version)
        .execute();
  }

  static void end(Handle handle, Grant grant) {
    long version = nextVersion(handle, grant.scope().service(), grant.scope().environment());
    handle
        .createUpdate(
            "update access_grant set ended_version = :version where id = :id and ended_version is null")
        .bind("version", version)
        .bind("id", grant.id())
        .execute();
  }

  private static long nextVersion(Handle handle, String service, String environment) {
    long version =
        handle
            .createQuery(
                "update grants_position set version = version + 1 where id = 1 returning version")
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            "insert into audience (service, environment, version) values (:service, :environment, :version)"
                + " on conflict (service, environment) do update set version = excluded.version")
        .bind("service", service)
        .bind("environment", environment)
        .bind("version", version)
        .execute();
    return version;
  }

  static Position position(Handle handle, String service, String environment) {
    return handle
        .createQuery(
            "select p.epoch, coalesce(a.version, 0) as version from grants_position p"
                + " left join audience a on a.service = :service and a.environment = :environment where p.id = 1")
        .bind("service", service)
        .bind("environment", environment)
        .map((row, context) -> new Position(row.getLong("epoch"), row.getLong("version")))
        .one();
  }

  static long addReveals(Handle handle, String grant, Receipt.Count count) {
    handle
        .createUpdate(
            "insert into reveal (grant_id, sink, pii_type, field, total) values (:grant, :sink, :type, :field, :count)"
                + " on conflict (grant_id, sink, pii_type, field) do update set total = reveal.total + excluded.total")
        .bind("grant", grant)
        .bind("sink", count.sink())
        .bind("type", count.type())
        .bind("field", count.field())
        .bind("count", count.count())
        .execute();
    return handle
        .createQuery(
            "update access_grant set revealed = revealed + :count where id = :grant returning revealed")
        .bind("count", count.count())
        .bind("grant", grant)
        .mapTo(Long.class)
        .one();
  }

  private static GrantRecord map(ResultSet row, StatementContext context) throws SQLException {
    Scope scope =
        ScopeText.read(
            row.getString("service"), row.getString("environment"), row.getString("scope"));
    Set<String> people = ScopeText.readNames(row.getString("people"));
    Grant grant =
        new Grant(
            row.getString("id"),
            people,
            scope,
            Times.instant(row.getLong("not_before")),
            Times.instant(row.getLong("expires")),
            row.getLong("max_reveals"),
            row.getString("reason_hash"),
            ScopeText.readNames(row.getString("approved_by")),
            row.getString("policy_version"));
    long issued = row.getLong("issued_version");
    long revealed = row.getLong("revealed");
    long ended = row.getLong("ended_version");
    OptionalLong endedVersion = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(ended);
    return new GrantRecord(grant, row.getString("request_id"), issued, endedVersion, revealed);
  }
}
