package dev.bauta.service.store;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Closing;
import dev.bauta.service.access.ConcurrentChangeException;
import dev.bauta.service.access.Kind;
import dev.bauta.service.access.RequestQuery;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** The table of requests. */
final class RequestRows {
  private RequestRows() {}

  static Optional<AccessRequest> find(Handle handle, String id) {
    return handle
        .createQuery("select * from access_request where id = :id")
        .bind("id", id)
        .map(RequestRows::map)
        .findOne();
  }

  static List<AccessRequest> list(Handle handle, RequestQuery query) {
    if (query.states().isEmpty()) return List.of();
    String where = where(query);
    String newest = " order by asked_at desc, id desc limit :limit";
    Query select =
        handle
            .createQuery(
                query.viewer().isEmpty()
                    ? "select * from access_request r where " + where + newest
                    : "select * from access_request where id in ("
                        + seen(where, query.after().isPresent())
                        + ")"
                        + newest)
            .bindList("states", query.states().stream().map(Enum::name).toList())
            .bind("limit", query.limit());
    query
        .viewer()
        .ifPresent(
            viewer -> select.bind("person", viewer.person()).bind("at", Times.micros(viewer.at())));
    query.service().ifPresent(service -> select.bind("service", service));
    query.requester().ifPresent(requester -> select.bind("requester", requester));
    query.from().ifPresent(from -> select.bind("from", Times.micros(from)));
    query.to().ifPresent(to -> select.bind("to", Times.micros(to)));
    query
        .after()
        .ifPresent(
            place ->
                select
                    .bind("afterTime", Times.micros(place.askedAt()))
                    .bind("afterId", place.id()));
    return select.map(RequestRows::map).list();
  }

  private static String where(RequestQuery query) {
    StringBuilder where = new StringBuilder("r.state in (<states>)");
    if (query.service().isPresent()) where.append(" and r.service = :service");
    if (query.requester().isPresent()) where.append(" and r.requester = :requester");
    if (query.from().isPresent()) where.append(" and r.asked_at >= :from");
    if (query.to().isPresent()) where.append(" and r.asked_at < :to");
    if (query.after().isPresent()) where.append(" and (r.asked_at, r.id) < (:afterTime, :afterId)");
    return where.toString();
  }

  /**
   * The ids of the newest of each kind that somebody sees: as many as are wanted of each, so that
   * the newest of all are among them. Each kind is read in its order from an index.
   */
  private static String seen(String where, boolean continued) {
    String asked =
        "select r.id from request_asked a join access_request r on r.id = a.request_id where "
            + (continued ? "(a.asked_at, a.request_id) < (:afterTime, :afterId) and " : "");
    String newest = " order by a.asked_at desc, a.request_id desc limit :limit";
    return String.join(
        " union ",
        "select id from (select r.id from access_request r where r.requester = :person and "
            + where
            + " order by r.asked_at desc, r.id desc limit :limit) own",
        "select id from (" + asked + "a.person = :person and " + where + newest + ") asked",
        "select id from ("
            + asked
            + "r.state = 'PENDING' and r.requester <> :person and a.person in (select d.person from delegation d"
            + " where d.deputy = :person and d.ended_at is null and d.from_at <= :at and d.until_at > :at) and "
            + where
            + newest
            + ") deputy");
  }

  /** What an instance of before has left out. */
  static int fillAskedAt(Handle handle) {
    return handle.execute(
        "update request_asked set asked_at = (select asked_at from access_request where id = request_id) where asked_at is null");
  }

  private static void insertAsked(Handle handle, AccessRequest request) {
    Set<String> people = new TreeSet<>();
    request.stages().forEach(stage -> people.addAll(stage.approvers().keySet()));
    if (people.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into request_asked (request_id, person, asked_at) values (:id, :person, :at) on conflict do nothing");
    long at = Times.micros(request.askedAt());
    people.forEach(
        person -> batch.bind("id", request.id()).bind("person", person).bind("at", at).add());
    batch.execute();
  }

  static Optional<AccessRequest> followerOf(Handle handle, String id) {
    return handle
        .createQuery(
            "select * from access_request where follows = :id order by asked_at desc, id limit 1")
        .bind("id", id)
        .map(RequestRows::map)
        .findOne();
  }

  /** Live ones that are over before that moment, and of which nobody was reminded. */
  static List<AccessRequest> ending(Handle handle, Instant before, int limit) {
    return handle
        .createQuery(
            "select * from access_request r where state in ('APPROVED', 'ACTIVE') and window_until <= :before"
                + " and not exists (select 1 from request_mark m where m.request_id = r.id and m.mark = 'ending')"
                + " order by window_until limit :limit")
        .bind("before", Times.micros(before))
        .bind("limit", limit)
        .map(RequestRows::map)
        .list();
  }

  static List<AccessRequest> escalating(Handle handle, Instant now, int limit) {
    return handle
        .createQuery(
            "select * from access_request where state = 'PENDING' and escalate_at <= :now order by escalate_at limit :limit")
        .bind("now", Times.micros(now))
        .bind("limit", limit)
        .map(RequestRows::map)
        .list();
  }

  static long pending(Handle handle, String requester) {
    return handle
        .createQuery(
            "select count(*) from access_request where requester = :requester and state = 'PENDING'")
        .bind("requester", requester)
        .mapTo(Long.class)
        .one();
  }

  static List<AccessRequest> due(Handle handle, Instant now, int limit) {
    return handle
        .createQuery(
            "select * from access_request where (state = 'PENDING' and decide_by <= :now)"
                + " or (state in ('APPROVED', 'ACTIVE') and window_until <= :now) order by asked_at limit :limit")
        .bind("now", Times.micros(now))
        .bind("limit", limit)
        .map(RequestRows::map)
        .list();
  }

  static void insert(Handle handle, AccessRequest request) {
    Update insert =
        handle.createUpdate(
            "insert into access_request (id, version, state, requester, kind, follows, service, environment, scope, reason, ticket, duration_s,"
                + " max_reveals, asked_at, decide_by, policy_version, approvals_needed, asked_from, stages, approvals, window_from, window_until,"
                + " closed_by, closed_at, closed_why, escalate_at) values (:id, :version, :state, :requester, :kind, :follows, :service, :environment, :scope,"
                + " :reason, :ticket, :duration, :maxReveals, :askedAt, :decideBy, :policy, :needed, :askedFrom, :stages, :approvals, :from, :until,"
                + " :closedBy, :closedAt, :closedWhy, :escalateAt)");
    insert
        .bind("requester", request.requester())
        .bind("kind", request.kind().name())
        .bind("follows", request.follows().orElse(null))
        .bind("service", request.scope().service())
        .bind("environment", request.scope().environment())
        .bind("reason", request.reason())
        .bind("ticket", request.ticket().orElse(null))
        .bind("maxReveals", request.maxReveals())
        .bind("askedAt", Times.micros(request.askedAt()))
        .bind("decideBy", Times.micros(request.decideBy()))
        .bind("policy", request.policyVersion())
        .bind("needed", Math.max(1, request.approvalsNeeded()))
        .bind("askedFrom", request.askedFrom());
    bindChanging(insert, request).execute();
    insertAsked(handle, request);
  }

  static void replace(Handle handle, AccessRequest before, AccessRequest after) {
    Update update =
        handle.createUpdate(
            "update access_request set version = :version, state = :state, scope = :scope, duration_s = :duration,"
                + " stages = :stages, approvals = :approvals, window_from = :from, window_until = :until, closed_by = :closedBy,"
                + " closed_at = :closedAt, closed_why = :closedWhy, escalate_at = :escalateAt"
                + " where id = :id and state = :stateBefore and version = :versionBefore");
    update.bind("stateBefore", before.state().name()).bind("versionBefore", before.version());
    if (bindChanging(update, after).execute() != 1)
      throw new ConcurrentChangeException(before.id());
    // deputies, and who was brought in since, are asked from now on
    insertAsked(handle, after);
  }

  private static Update bindChanging(Update update, AccessRequest request) {
    return update
        .bind("id", request.id())
        .bind("version", request.version())
        .bind("state", request.state().name())
        .bind("scope", ScopeText.write(request.scope()))
        .bind("duration", request.duration().toSeconds())
        .bind("stages", StageText.write(request.stages()))
        .bind("approvals", ScopeText.write(request.approvals()))
        .bind("from", request.window().map(w -> Times.micros(w.from())).orElse(null))
        .bind("until", request.window().map(w -> Times.micros(w.until())).orElse(null))
        .bind("escalateAt", request.escalatesAt().map(Times::micros).orElse(null))
        .bind("closedBy", request.closing().map(Closing::by).orElse(null))
        .bind("closedAt", request.closing().map(c -> Times.micros(c.at())).orElse(null))
        .bind("closedWhy", request.closing().map(Closing::why).orElse(null));
  }

  private static AccessRequest map(ResultSet row, StatementContext context) throws SQLException {
    return new AccessRequest(
        row.getString("id"),
        row.getLong("version"),
        RequestState.valueOf(row.getString("state")),
        row.getString("requester"),
        Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("follows")),
        ScopeText.read(
            row.getString("service"), row.getString("environment"), row.getString("scope")),
        row.getString("reason"),
        Optional.ofNullable(row.getString("ticket")),
        Duration.ofSeconds(row.getLong("duration_s")),
        row.getLong("max_reveals"),
        Times.instant(row.getLong("asked_at")),
        Times.instant(row.getLong("decide_by")),
        row.getString("policy_version"),
        row.getString("asked_from"),
        StageText.read(row.getString("stages")),
        ScopeText.readApprovals(row.getString("approvals")),
        window(row),
        closing(row));
  }

  private static Optional<Window> window(ResultSet row) throws SQLException {
    long until = row.getLong("window_until");
    if (row.wasNull()) return Optional.empty();
    return Optional.of(new Window(Times.instant(row.getLong("window_from")), Times.instant(until)));
  }

  private static Optional<Closing> closing(ResultSet row) throws SQLException {
    long at = row.getLong("closed_at");
    if (row.wasNull()) return Optional.empty();
    return Optional.of(
        new Closing(row.getString("closed_by"), Times.instant(at), row.getString("closed_why")));
  }
}
