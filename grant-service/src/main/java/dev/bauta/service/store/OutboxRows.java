package dev.bauta.service.store;

import dev.bauta.service.access.Notice;
import dev.bauta.service.chat.MessageRef;
import dev.bauta.service.chat.MessageRefs;
import dev.bauta.service.chat.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/**
 * One platform's outbox: only the oldest open notice of a request is ever handed out, so that each
 * request's messages keep their order. Thread-safe.
 */
public final class OutboxRows implements WorkQueue<Notice> {
  private final Database database;
  private final String platform;

  public OutboxRows(Database database, String platform) {
    this.database = database;
    this.platform = platform;
  }

  @Override
  public List<Claim<Notice>> claim(Instant now, Duration claimFor, int limit) {
    return ClaimRows.claim(
        database,
        "outbox",
        handle ->
            handle
                .createQuery(
                    "select id, request_id, kind, noticed_at, attempt from outbox o where platform = :platform and done_at is null"
                        + " and not_before <= :now and not exists (select 1 from outbox p where p.platform = o.platform"
                        + " and p.request_id = o.request_id and p.id < o.id and p.done_at is null) order by id limit :limit")
                .bind("platform", platform)
                .bind("now", Times.micros(now))
                .bind("limit", limit * ClaimRows.SPARE)
                .map(
                    (row, context) ->
                        new Claim<>(
                            Long.toString(row.getLong("id")),
                            row.getInt("attempt") + 1,
                            new Notice(
                                row.getString("request_id"),
                                Notice.Kind.valueOf(row.getString("kind")),
                                Times.instant(row.getLong("noticed_at")))))
                .list(),
        OutboxRows::id,
        limit,
        now.plus(claimFor));
  }

  /**
   * Hands out at once what an ended process had claimed. Only where no other process can be at
   * work.
   */
  public void release(Instant now) {
    ClaimRows.release(database, "outbox", now);
  }

  @Override
  public void done(Claim<Notice> claim, Instant now) {
    ClaimRows.close(database, "outbox", id(claim), now, null);
  }

  @Override
  public void again(Claim<Notice> claim, Instant notBefore, String fault) {
    ClaimRows.again(database, "outbox", id(claim), notBefore, fault);
  }

  @Override
  public void giveUp(Claim<Notice> claim, Instant now, String fault) {
    ClaimRows.close(database, "outbox", id(claim), now, fault);
  }

  private static Object id(Claim<Notice> claim) {
    return Long.parseLong(claim.key());
  }

  /** How many notices wait. */
  public long waiting() {
    return database.read(
        "the outbox",
        handle ->
            handle
                .createQuery(
                    "select count(*) from outbox where platform = :platform and done_at is null")
                .bind("platform", platform)
                .mapTo(Long.class)
                .one());
  }

  /** The messages posted for that request. */
  public MessageRefs refs(String request) {
    return new MessageRefs() {
      @Override
      public Optional<MessageRef> find(String purpose) {
        return all().stream().filter(r -> r.purpose().equals(purpose)).findFirst();
      }

      @Override
      public List<MessageRef> all() {
        return database.read(
            "messages",
            handle ->
                new ArrayList<>(
                    handle
                        .createQuery(
                            "select purpose, channel, ts from message_ref where platform = :platform and request_id = :request order by position")
                        .bind("platform", platform)
                        .bind("request", request)
                        .map(
                            (row, context) ->
                                new MessageRef(
                                    row.getString("purpose"),
                                    row.getString("channel"),
                                    row.getString("ts")))
                        .list()));
      }

      @Override
      public void remember(MessageRef ref) {
        try {
          database.write(
              handle ->
                  handle
                      .createUpdate(
                          "insert into message_ref (platform, request_id, purpose, channel, ts, position) values (:platform, :request,"
                              + " :purpose, :channel, :ts, :position) on conflict (platform, request_id, purpose) do update set"
                              + " channel = excluded.channel, ts = excluded.ts")
                      .bind("platform", platform)
                      .bind("request", request)
                      .bind("purpose", ref.purpose())
                      .bind("channel", ref.channel())
                      .bind("ts", ref.ts())
                      .bind("position", Database.next(handle, "outbox"))
                      .execute());
        } catch (JdbiException e) {
          throw new StoreException("cannot remember a message", e);
        }
      }
    };
  }
}
