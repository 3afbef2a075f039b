package dev.bauta.service.store;

import dev.bauta.service.signin.SignInStore;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The tables of sign-ins and sessions. Thread-safe. */
public final class SignInRows implements SignInStore {
  private final Database database;

  public SignInRows(Database database) {
    this.database = database;
  }

  @Override
  public void remember(Attempt attempt) {
    write(
        handle ->
            handle
                .createUpdate(
                    "insert into sign_in_attempt (state_sha256, browser_sha256, nonce, verifier, goes_to, expires_at)"
                        + " values (:state, :browser, :nonce, :verifier, :goesTo, :expires)")
                .bind("state", attempt.stateSha256())
                .bind("browser", attempt.browserSha256())
                .bind("nonce", attempt.nonce())
                .bind("verifier", attempt.verifier())
                .bind("goesTo", attempt.goesTo())
                .bind("expires", Times.micros(attempt.expires()))
                .execute());
  }

  @Override
  public Optional<Attempt> take(String stateSha256) {
    return write(
        handle ->
            handle
                .createQuery("delete from sign_in_attempt where state_sha256 = :state returning *")
                .bind("state", stateSha256)
                .map(
                    (row, context) ->
                        new Attempt(
                            row.getString("state_sha256"),
                            row.getString("browser_sha256"),
                            row.getString("nonce"),
                            row.getString("verifier"),
                            row.getString("goes_to"),
                            Times.instant(row.getLong("expires_at"))))
                .findOne());
  }

  @Override
  public void open(Session session) {
    write(
        handle ->
            handle
                .createUpdate(
                    "insert into web_session (sha256, person, created_at, seen_at, expires_at)"
                        + " values (:sha, :person, :created, :seen, :expires)")
                .bind("sha", session.sha256())
                .bind("person", session.person())
                .bind("created", Times.micros(session.created()))
                .bind("seen", Times.micros(session.seen()))
                .bind("expires", Times.micros(session.expires()))
                .execute());
  }

  @Override
  public Optional<Session> session(String sha256) {
    return database.read(
        "sessions",
        handle ->
            handle
                .createQuery("select * from web_session where sha256 = :sha")
                .bind("sha", sha256)
                .map(
                    (row, context) ->
                        new Session(
                            row.getString("sha256"),
                            row.getString("person"),
                            Times.instant(row.getLong("created_at")),
                            Times.instant(row.getLong("seen_at")),
                            Times.instant(row.getLong("expires_at"))))
                .findOne());
  }

  @Override
  public void seen(String sha256, Instant at) {
    write(
        handle ->
            handle
                .createUpdate("update web_session set seen_at = :at where sha256 = :sha")
                .bind("at", Times.micros(at))
                .bind("sha", sha256)
                .execute());
  }

  @Override
  public void close(String sha256) {
    write(
        handle ->
            handle
                .createUpdate("delete from web_session where sha256 = :sha")
                .bind("sha", sha256)
                .execute());
  }

  @Override
  public void forget(Instant before) {
    write(
        handle -> {
          for (String table : new String[] {"sign_in_attempt", "web_session"})
            handle
                .createUpdate("delete from " + table + " where expires_at <= :before")
                .bind("before", Times.micros(before))
                .execute();
          return null;
        });
  }

  private <T> T write(Function<Handle, T> work) {
    try {
      return database.write(work::apply);
    } catch (JdbiException e) {
      throw new StoreException("cannot write a sign-in", e);
    }
  }
}
