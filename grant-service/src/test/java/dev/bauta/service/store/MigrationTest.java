package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.access.RequestQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** New schemas under instances that do not know them yet. */
class MigrationTest {
  private static final String ASKED =
      "insert into access_request (id, version, state, requester, service, environment, scope, reason, ticket, duration_s,"
          + " max_reveals, asked_at, decide_by, policy_version, approvals_needed, approvals, window_from, window_until,"
          + " closed_by, closed_at, closed_why) values ('%s', 1, 'PENDING', 'grace', 'desk', 'production',"
          + " '{\"sinks\":[\"json\"],\"types\":[\"email\"],\"fields\":\"*\"}', 'a reason', null, 600, 1000, %d, 9000000000000000,"
          + " 'p1', 1, '[]', null, null, null, null, null)";

  // what the first version writes, statement by statement
  private static final List<String> OLD_WRITES =
      List.of(
          "update access_request set version = 2, state = 'APPROVED', scope = scope, duration_s = 600,"
              + " approvals = '[]', window_from = 1, window_until = 2, closed_by = null,"
              + " closed_at = null, closed_why = null where id = '%1$s' and state = 'PENDING' and version = 1",
          "insert into access_grant (id, request_id, service, environment, people, scope, not_before, expires, max_reveals,"
              + " reason_hash, approved_by, policy_version, issued_version, revealed) values ('g%1$s', '%1$s', 'desk',"
              + " 'production', '[\"grace\"]', '{}', 1, 2, 3, 'h', '[]', 'p1', %2$d, 0)",
          "update access_grant set ended_version = 99 where id = 'g%1$s' and ended_version is null",
          "insert into agent (service, environment, agent, epoch, version, last_number, seen_at)"
              + " values ('desk', 'production', '%1$s', 1, 1, 1, 1)",
          "insert into receipt (service, environment, agent, number, received_at) values ('desk', 'production', '%1$s', 1, 1)",
          "insert into reveal (grant_id, sink, pii_type, field, total) values ('g%1$s', 'json', 'email', '', 1)",
          "insert into audit_record (seq, record, leaf) values (%2$d, '{}', 'x')",
          "insert into audit_personal (seq, field, salt, value) values (%2$d, 'reason', 's', 'v')",
          "insert into audit_checkpoint (size, note, signed_at) values (%2$d, 'n', 1)",
          "insert into outbox (id, platform, request_id, kind, noticed_at, attempt, not_before)"
              + " values (%2$d, 'slack', '%1$s', 'ASKED', 1, 0, 1)",
          "insert into message_ref (platform, request_id, purpose, channel, ts, position)"
              + " values ('slack', '%1$s', 'card', 'C', '1.0', 1)",
          "insert into inbox (id, platform, team, chat_user, action_time, action_id, payload, received_at, attempt, not_before)"
              + " values ('%1$s', 'slack', 'T', 'U', '%1$s', 'a', '{}', 1, 0, 1)",
          "insert into seen (id, forget_after) values ('%1$s', 1)",
          "insert into api_token (sha256, kind, name, created_at) values ('%1$s', 'person', 'grace', 1)");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void rowsOfTheFirstVersion_stay_andItsStatementsStillWork(Engine engine) throws Exception {
    Source source = source(engine);
    flyway(source).target("1").load().migrate();
    run(source, String.format(Locale.ROOT, ASKED, "req-old", 1_000));
    for (String write : OLD_WRITES) run(source, write(write, "req-old", 1));

    flyway(source).load().migrate();

    run(source, String.format(Locale.ROOT, ASKED, "req-new", 2_000));
    for (String write : OLD_WRITES) run(source, write(write, "req-new", 2));
    try (Database database = source.open()) {
      JdbiStore store = new JdbiStore(database);
      assertThat(store.requests(RequestQuery.newest(10)))
          .extracting(request -> request.id())
          .containsExactly("req-new", "req-old");
      assertThat(store.requests(RequestQuery.newest(10).seenBy("grace", Instant.EPOCH))).hasSize(2);
      assertThat(store.request("req-old").orElseThrow().reason()).isEqualTo("a reason");
    }
  }

  @Test
  void migrations_onlyAdd() throws IOException {
    Pattern takesAway =
        Pattern.compile(
            "(?i)\\b(drop\\s+(table|column)|rename|alter\\s+column|truncate|delete\\s+from|not\\s+null(?![^,;]*default)[^;,]*;)");
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("V1__")) continue;
        String text = Files.readString(file).replaceAll("--[^\n]*", "");
        for (String statement : text.split("(?<=;)")) {
          // a new table, or a quicker way to an old one, is nothing that was there before
          if (statement.strip().matches("(?is)create (table|index) .*")) continue;
          assertThat(takesAway.matcher(statement).find())
              .as(file.getFileName() + ": an instance of before is still running:" + statement)
              .isFalse();
        }
      }
    }
  }

  private static String write(String statement, String id, long number) {
    return String.format(Locale.ROOT, statement, id, number);
  }

  /** How to reach an empty database, before and after it has a schema. */
  private record Source(String url, String user, Path file) {
    Database open() {
      return file != null ? Database.sqlite(file) : Database.postgres(url, user, user);
    }
  }

  private Source source(Engine engine) {
    if (engine == Engine.POSTGRESQL) return new Source(Engine.newSchema(), "postgres", null);
    Path file = folder.resolve("bauta.db");
    return new Source("jdbc:sqlite:" + file, null, file);
  }

  private static org.flywaydb.core.api.configuration.FluentConfiguration flyway(Source source) {
    return Flyway.configure(Database.class.getClassLoader())
        .dataSource(source.url(), source.user(), source.user())
        .locations("classpath:db/migration");
  }

  private static void run(Source source, String statement) throws SQLException {
    Properties properties = new Properties();
    if (source.user() != null) {
      properties.setProperty("user", source.user());
      properties.setProperty("password", source.user());
    }
    try (Connection connection = DriverManager.getConnection(source.url(), properties);
        Statement jdbc = connection.createStatement()) {
      assertThat(jdbc.executeUpdate(statement)).as(statement).isEqualTo(1);
    }
  }
}
