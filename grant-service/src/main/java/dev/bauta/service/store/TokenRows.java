package dev.bauta.service.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** API tokens made by the command line; only their SHA-256 is kept. Thread-safe. */
public final class TokenRows {
  private final Database database;

  public TokenRows(Database database) {
    this.database = database;
  }

  /**
   * Whom a token stands for.
   *
   * @param kind {@code person} or {@code agent}
   */
  public record Owner(String kind, String name) {}

  public Optional<Owner> owner(String sha256) {
    return database.read(
        "tokens",
        handle ->
            handle
                .createQuery("select kind, name from api_token where sha256 = :sha")
                .bind("sha", sha256)
                .map((row, context) -> new Owner(row.getString("kind"), row.getString("name")))
                .findOne());
  }

  /** Stores the token's hash together with its audit record. */
  public void create(
      String sha256, Owner owner, Instant now, dev.bauta.service.access.AuditEvent event) {
    try {
      database.write(
          handle -> {
            AuditLog.append(handle, event);
            return handle
                .createUpdate(
                    "insert into api_token (sha256, kind, name, created_at) values (:sha, :kind, :name, :at)")
                .bind("sha", sha256)
                .bind("kind", owner.kind())
                .bind("name", owner.name())
                .bind("at", Times.micros(now))
                .execute();
          });
    } catch (JdbiException e) {
      throw new StoreException("cannot store a token", e);
    }
  }
}
