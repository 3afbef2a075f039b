package dev.bauta.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Calls that came with an idempotency key, and what was answered. One row's insertion decides among
 * callers, so there is one winner on all instances. Thread-safe.
 */
public final class IdempotencyRows {
  /** How long an answer is kept. */
  public static final Duration KEPT = Duration.ofHours(24);

  /** After this time without an answer the instance that worked on it counts as gone. */
  public static final Duration GONE = Duration.ofSeconds(30);

  private final Database database;

  public IdempotencyRows(Database database) {
    this.database = database;
  }

  /**
   * Whose key, and what was called with it.
   *
   * @param keySha256 of the key
   * @param callSha256 of the method, the path and the body
   */
  public record Call(String caller, String keySha256, String callSha256) {}

  /**
   * What was answered.
   *
   * @param location the header, or null
   */
  public record Answer(int status, String location, String contentType, String body) {}

  /** What a caller with a key has to do. */
  public sealed interface Outcome {}

  /**
   * Do it, and {@link #answered} or {@link #released} afterwards.
   *
   * @param draw the random text that belongs to this key: the same when it is done a second time
   *     after a crash
   * @param claim tells this attempt from a later one
   */
  public record Yours(String draw, long claim) implements Outcome {}

  /** It was done; answer this. */
  public record Done(Answer answer) implements Outcome {}

  /** Somebody is doing it now. */
  public record Busy() implements Outcome {}

  /** The key was used for another call. */
  public record Other() implements Outcome {}

  /**
   * Looks what there is for the key, and claims it if there is nothing.
   *
   * @param draw random text, kept if this is the first call
   */
  public Outcome claim(Call call, String draw, Instant now) {
    return write(
        handle -> {
          forget(handle, call, now);
          int inserted =
              handle
                  .createUpdate(
                      "insert into idempotency_key (caller, key_sha256, call_sha256, draw, claim, claimed_at)"
                          + " values (:caller, :key, :call, :draw, 1, :now) on conflict do nothing")
                  .bind("caller", call.caller())
                  .bind("key", call.keySha256())
                  .bind("call", call.callSha256())
                  .bind("draw", draw)
                  .bind("now", Times.micros(now))
                  .execute();
          return inserted == 1 ? new Yours(draw, 1) : known(handle, call, now);
        });
  }

  private static void forget(Handle handle, Call call, Instant now) {
    handle
        .createUpdate(
            "delete from idempotency_key where caller = :caller and key_sha256 = :key and claimed_at <= :old")
        .bind("caller", call.caller())
        .bind("key", call.keySha256())
        .bind("old", Times.micros(now.minus(KEPT)))
        .execute();
  }

  private static Outcome known(Handle handle, Call call, Instant now) {
    Optional<Stored> found =
        handle
            .createQuery(
                "select * from idempotency_key where caller = :caller and key_sha256 = :key")
            .bind("caller", call.caller())
            .bind("key", call.keySha256())
            .map((row, context) -> stored(row))
            .findOne();
    if (found.isEmpty()) return new Busy(); // released just now: the caller may try again
    Stored stored = found.get();
    if (!stored.call().equals(call.callSha256())) return new Other();
    if (stored.answer().isPresent()) return new Done(stored.answer().get());
    if (stored.claimedAt() > Times.micros(now.minus(GONE))) return new Busy();
    int taken =
        handle
            .createUpdate(
                "update idempotency_key set claim = claim + 1, claimed_at = :now"
                    + " where caller = :caller and key_sha256 = :key and claim = :claim and status is null")
            .bind("now", Times.micros(now))
            .bind("caller", call.caller())
            .bind("key", call.keySha256())
            .bind("claim", stored.claim())
            .execute();
    return taken == 1 ? new Yours(stored.draw(), stored.claim() + 1) : new Busy();
  }

  private record Stored(
      String call, String draw, long claim, long claimedAt, Optional<Answer> answer) {}

  private static Stored stored(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    Optional<Answer> answer =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new Answer(
                    status,
                    row.getString("location"),
                    row.getString("content_type"),
                    row.getString("answer")));
    return new Stored(
        row.getString("call_sha256"),
        row.getString("draw"),
        row.getLong("claim"),
        row.getLong("claimed_at"),
        answer);
  }

  /** Keeps the answer for those who come with the key again. */
  public void answered(Call call, Yours claim, Answer answer) {
    write(
        handle ->
            handle
                .createUpdate(
                    "update idempotency_key set status = :status, location = :location, content_type = :type, answer = :answer"
                        + " where caller = :caller and key_sha256 = :key and claim = :claim")
                .bind("status", answer.status())
                .bind("location", answer.location())
                .bind("type", answer.contentType())
                .bind("answer", answer.body())
                .bind("caller", call.caller())
                .bind("key", call.keySha256())
                .bind("claim", claim.claim())
                .execute());
  }

  /** Nothing was done: whoever comes with the key again starts anew. */
  public void released(Call call, Yours claim) {
    write(
        handle ->
            handle
                .createUpdate(
                    "delete from idempotency_key where caller = :caller and key_sha256 = :key and claim = :claim and status is null")
                .bind("caller", call.caller())
                .bind("key", call.keySha256())
                .bind("claim", claim.claim())
                .execute());
  }

  /** Deletes what is older than {@link #KEPT}. */
  public void forget(Instant now) {
    write(
        handle ->
            handle
                .createUpdate("delete from idempotency_key where claimed_at <= :old")
                .bind("old", Times.micros(now.minus(KEPT)))
                .execute());
  }

  private <T> T write(org.jdbi.v3.core.HandleCallback<T, RuntimeException> work) {
    try {
      return database.write(work);
    } catch (JdbiException e) {
      throw new StoreException("cannot write an idempotency key", e);
    }
  }
}
