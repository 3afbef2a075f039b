package dev.bauta.service.store;

import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.signin.LinkStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

/** The tables of chat links and their codes. Thread-safe. */
public final class LinkRows implements LinkStore {
  private final Database database;

  public LinkRows(Database database) {
    this.database = database;
  }

  @Override
  public void remember(Code code) {
    write(
        handle ->
            handle
                .createUpdate(
                    "insert into link_code (sha256, platform, team, chat_user, expires_at)"
                        + " values (:sha, :platform, :team, :user, :expires)")
                .bind("sha", code.sha256())
                .bind("platform", code.account().platform())
                .bind("team", code.account().team())
                .bind("user", code.account().user())
                .bind("expires", Times.micros(code.expires()))
                .execute());
  }

  @Override
  public Optional<Code> code(String sha256) {
    return database.read(
        "codes",
        handle -> code(handle.createQuery("select * from link_code where sha256 = :sha"), sha256));
  }

  @Override
  public Optional<Code> take(String sha256) {
    return write(
        handle ->
            code(
                handle.createQuery("delete from link_code where sha256 = :sha returning *"),
                sha256));
  }

  private static Optional<Code> code(Query query, String sha256) {
    return query
        .bind("sha", sha256)
        .map(
            (row, context) ->
                new Code(
                    row.getString("sha256"),
                    new ChatAccount(
                        row.getString("platform"),
                        row.getString("team"),
                        row.getString("chat_user")),
                    Times.instant(row.getLong("expires_at"))))
        .findOne();
  }

  @Override
  public boolean link(ChatAccount account, String person, Instant at) {
    return write(
            handle ->
                handle
                    .createUpdate(
                        "insert into chat_link (platform, team, chat_user, person, linked_at)"
                            + " values (:platform, :team, :user, :person, :at) on conflict do nothing")
                    .bind("platform", account.platform())
                    .bind("team", account.team())
                    .bind("user", account.user())
                    .bind("person", person)
                    .bind("at", Times.micros(at))
                    .execute())
        == 1;
  }

  @Override
  public boolean unlink(String platform, String person) {
    return write(
            handle ->
                handle
                    .createUpdate(
                        "delete from chat_link where platform = :platform and person = :person")
                    .bind("platform", platform)
                    .bind("person", person)
                    .execute())
        > 0;
  }

  @Override
  public Map<ChatAccount, String> links() {
    return database.read(
        "links",
        handle -> {
          Map<ChatAccount, String> links = new HashMap<>();
          handle
              .createQuery("select platform, team, chat_user, person from chat_link")
              .map(
                  (row, context) ->
                      Map.entry(
                          new ChatAccount(row.getString(1), row.getString(2), row.getString(3)),
                          row.getString(4)))
              .forEach(link -> links.put(link.getKey(), link.getValue()));
          return links;
        });
  }

  @Override
  public void forgetCodes(Instant before) {
    write(
        handle ->
            handle
                .createUpdate("delete from link_code where expires_at <= :before")
                .bind("before", Times.micros(before))
                .execute());
  }

  private <T> T write(Function<Handle, T> work) {
    try {
      return database.write(work::apply);
    } catch (JdbiException e) {
      throw new StoreException("cannot write a link", e);
    }
  }
}
