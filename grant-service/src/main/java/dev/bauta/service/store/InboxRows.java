package dev.bauta.service.store;

import dev.bauta.service.chat.Inbox;
import dev.bauta.service.chat.InboxEntry;
import dev.bauta.service.chat.WorkQueue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/** What came in from chat, kept until it is handled. Thread-safe. */
public final class InboxRows implements Inbox, WorkQueue<InboxEntry> {
  private final Database database;
  private final Clock clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public InboxRows(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Runs after every accepted entry of this instance; must be quick and not throw. */
  public void onAccepted(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public boolean accept(InboxEntry entry) {
    int rows =
        write(
            "cannot accept",
            handle ->
                handle
                    .createUpdate(
                        "insert into inbox (id, platform, team, chat_user, action_time, action_id, payload, received_at, attempt,"
                            + " not_before) values (:id, :platform, :team, :user, :time, :action, :payload, :at, 0, :at)"
                            + " on conflict do nothing")
                    .bind("id", UUID.randomUUID().toString())
                    .bind("platform", entry.platform())
                    .bind("team", entry.team())
                    .bind("user", entry.user())
                    .bind("time", entry.actionTime())
                    .bind("action", entry.actionId())
                    .bind("payload", entry.payload())
                    .bind("at", Times.micros(entry.receivedAt()))
                    .execute());
    if (rows == 1) listeners.forEach(Runnable::run);
    return rows == 1;
  }

  @Override
  public boolean firstSeen(String key, Instant forgetAfter) {
    Instant now = clock.instant();
    String id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    return write(
        "cannot remember a key",
        handle -> {
          handle
              .createUpdate("delete from seen where forget_after < :now")
              .bind("now", Times.micros(now))
              .execute();
          return handle
                  .createUpdate(
                      "insert into seen (id, forget_after) values (:id, :until) on conflict do nothing")
                  .bind("id", id)
                  .bind("until", Times.micros(forgetAfter))
                  .execute()
              == 1;
        });
  }

  @Override
  public List<Claim<InboxEntry>> claim(Instant now, Duration claimFor, int limit) {
    return ClaimRows.claim(
        database,
        "inbox",
        handle ->
            handle
                .createQuery(
                    "select * from inbox where done_at is null and not_before <= :now order by received_at limit :limit")
                .bind("now", Times.micros(now))
                .bind("limit", limit * ClaimRows.SPARE)
                .map(
                    (row, context) ->
                        new Claim<>(
                            row.getString("id"),
                            row.getInt("attempt") + 1,
                            new InboxEntry(
                                row.getString("platform"),
                                row.getString("team"),
                                row.getString("chat_user"),
                                row.getString("action_time"),
                                row.getString("action_id"),
                                row.getString("payload"),
                                Times.instant(row.getLong("received_at")),
                                row.getInt("attempt") + 1)))
                .list(),
        Claim::key,
        limit,
        now.plus(claimFor));
  }

  /**
   * Hands out at once what an ended process had claimed. Only where no other process can be at
   * work.
   */
  public void release(Instant now) {
    ClaimRows.release(database, "inbox", now);
  }

  @Override
  public void done(Claim<InboxEntry> claim, Instant now) {
    close(claim, now, null);
  }

  @Override
  public void again(Claim<InboxEntry> claim, Instant notBefore, String fault) {
    ClaimRows.again(database, "inbox", claim.key(), notBefore, fault);
  }

  @Override
  public void giveUp(Claim<InboxEntry> claim, Instant now, String fault) {
    close(claim, now, fault);
  }

  // the row stays, so that the same click is still known; what it said goes
  private void close(Claim<InboxEntry> claim, Instant now, String fault) {
    write(
        "cannot close an inbox entry",
        handle ->
            handle
                .createUpdate(
                    "update inbox set done_at = :now, fault = :fault, payload = '' where id = :id")
                .bind("now", Times.micros(now))
                .bind("fault", fault)
                .bind("id", claim.key())
                .execute());
  }

  private <T> T write(String doing, HandleCallback<T, RuntimeException> work) {
    try {
      return database.write(work);
    } catch (JdbiException e) {
      throw new StoreException(doing, e);
    }
  }
}
