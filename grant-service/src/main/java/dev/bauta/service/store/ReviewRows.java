package dev.bauta.service.store;

import dev.bauta.service.access.ReviewRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of reviews and marks. */
final class ReviewRows {
  private ReviewRows() {}

  static boolean mark(Handle handle, String request, String mark, Instant at) {
    return handle
            .createUpdate(
                "insert into request_mark (request_id, mark, at) values (:request, :mark, :at)"
                    + " on conflict (request_id, mark) do nothing")
            .bind("request", request)
            .bind("mark", mark)
            .bind("at", Times.micros(at))
            .execute()
        == 1;
  }

  static int glassesBroken(Handle handle, String person, Instant since) {
    return handle
        .createQuery(
            "select count(*) from access_request where kind = 'BREAK_GLASS' and requester = :person"
                + " and asked_at > :since")
        .bind("person", person)
        .bind("since", Times.micros(since))
        .mapTo(Integer.class)
        .one();
  }

  static void insert(Handle handle, String request, Instant due) {
    handle
        .createUpdate("insert into review (request_id, due_at) values (:request, :due)")
        .bind("request", request)
        .bind("due", Times.micros(due))
        .execute();
  }

  static Optional<ReviewRecord> find(Handle handle, String request) {
    return handle
        .createQuery("select * from review where request_id = :request")
        .bind("request", request)
        .map(ReviewRows::map)
        .findOne();
  }

  static List<ReviewRecord> open(Handle handle, int limit) {
    return handle
        .createQuery(
            "select * from review where reviewed_at is null order by due_at, request_id limit :limit")
        .bind("limit", limit)
        .map(ReviewRows::map)
        .list();
  }

  static boolean reviewed(Handle handle, String request, ReviewRecord.Done done) {
    return handle
            .createUpdate(
                "update review set reviewed_by = :by, reviewed_at = :at, justified = :justified"
                    + " where request_id = :request and reviewed_at is null")
            .bind("by", done.by())
            .bind("at", Times.micros(done.at()))
            .bind("justified", done.justified() ? 1 : 0)
            .bind("request", request)
            .execute()
        == 1;
  }

  private static ReviewRecord map(ResultSet row, StatementContext context) throws SQLException {
    String by = row.getString("reviewed_by");
    Optional<ReviewRecord.Done> done =
        by == null
            ? Optional.empty()
            : Optional.of(
                new ReviewRecord.Done(
                    by, Times.instant(row.getLong("reviewed_at")), row.getLong("justified") == 1));
    return new ReviewRecord(
        row.getString("request_id"), Times.instant(row.getLong("due_at")), done);
  }
}
