package dev.bauta.service.store;

import java.time.Instant;
import java.util.Map;
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
   * @param kind {@code person}, {@code agent} or {@code account}
   */
  public record Owner(String kind, String name) {}

  public Optional<Owner> owner(String sha256) {
    return database.read(
        "tokens",
        handle ->
            handle
                .createQuery(
                    "select kind, name from api_token where sha256 = :sha"
                        + " union all select 'account', name from account_token where sha256 = :sha")
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
            boolean account = owner.kind().equals("account");
            return handle
                .createUpdate(
                    account
                        ? "insert into account_token (sha256, name, created_at) values (:sha, :name, :at)"
                        : "insert into api_token (sha256, name, created_at, kind) values (:sha, :name, :at, :kind)")
                .bindMap(account ? Map.of() : Map.of("kind", owner.kind()))
                .bind("sha", sha256)
                .bind("name", owner.name())
                .bind("at", Times.micros(now))
                .execute();
          });
    } catch (JdbiException e) {
      throw new StoreException("cannot store a token", e);
    }
  }
}
