package dev.bauta.service.store;

import dev.bauta.service.chat.WorkQueue.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Claiming rows of a work table: whoever moves a row's attempt on has it, until its not_before has
 * passed again.
 */
final class ClaimRows {
  /** So many candidates are looked at per wanted claim: others may be faster with the first. */
  static final int SPARE = 4;

  private ClaimRows() {}

  static <T> List<Claim<T>> claim(
      Database database,
      String table,
      Function<Handle, List<Claim<T>>> candidates,
      Function<Claim<T>, Object> id,
      int limit,
      Instant until) {
    // looked at without a lock first: an idle worker must not take SQLite's one writer
    List<Claim<T>> found = database.read(table, candidates::apply);
    if (found.isEmpty()) return found;
    try {
      return database.write(handle -> taken(handle, table, found, id, limit, until));
    } catch (JdbiException e) {
      throw new StoreException("cannot claim from " + table, e);
    }
  }

  private static <T> List<Claim<T>> taken(
      Handle handle,
      String table,
      List<Claim<T>> found,
      Function<Claim<T>, Object> id,
      int limit,
      Instant until) {
    List<Claim<T>> taken = new ArrayList<>();
    for (Claim<T> claim : found) {
      if (taken.size() == limit) break;
      int rows =
          handle
              .createUpdate(
                  "update "
                      + table
                      + " set attempt = :attempt, not_before = :until where id = :id and done_at is null and attempt = :before")
              .bind("attempt", claim.attempt())
              .bind("until", Times.micros(until))
              .bind("id", id.apply(claim))
              .bind("before", claim.attempt() - 1)
              .execute();
      if (rows == 1) taken.add(claim);
    }
    return taken;
  }

  static void close(Database database, String table, Object id, Instant now, String fault) {
    update(
        database,
        "update " + table + " set done_at = :time, fault = :fault where id = :id",
        id,
        now,
        fault);
  }

  static void again(Database database, String table, Object id, Instant notBefore, String fault) {
    update(
        database,
        "update "
            + table
            + " set not_before = :time, fault = :fault where id = :id and done_at is null",
        id,
        notBefore,
        fault);
  }

  /** Gives up every claim on open rows. */
  static void release(Database database, String table, Instant now) {
    try {
      database.write(
          handle ->
              handle
                  .createUpdate(
                      "update "
                          + table
                          + " set not_before = :now where done_at is null and not_before > :now")
                  .bind("now", Times.micros(now))
                  .execute());
    } catch (JdbiException e) {
      throw new StoreException("cannot release " + table, e);
    }
  }

  private static void update(Database database, String sql, Object id, Instant time, String fault) {
    try {
      database.write(
          handle ->
              handle
                  .createUpdate(sql)
                  .bind("time", Times.micros(time))
                  .bind("fault", fault)
                  .bind("id", id)
                  .execute());
    } catch (JdbiException e) {
      throw new StoreException("cannot update a work queue", e);
    }
  }
}
