package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.demo.Desk;
import dev.bauta.demo.Http;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole sample application on PostgreSQL: nobody of its database comes out of it. */
class DeskLeakIT {

  private static final int CUSTOMERS = 40;
  private static final Duration LOGGED = Duration.ofSeconds(10);

  private static EmbeddedPostgres postgresql;

  @BeforeAll
  static void startPostgresql() throws IOException {
    postgresql = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stopPostgresql() throws IOException {
    postgresql.close();
  }

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyEndpointLogAndAnswer_isMasked(Jdk jdk) throws IOException, SQLException {
    Path folder = Layout.scratch("desk on " + jdk);
    StringBuilder seen = new StringBuilder();
    try (Desk desk = Desk.start(Installed.on(jdk), folder, properties(folder))) {
      int mark = desk.console().mark();
      useEverything(desk.as("grace"), seen);
      desk.console().await(mark, line -> line.contains("Kept for a second try"), LOGGED);
      seen.append(String.join("\n", desk.console().since(0)));
      desk.close(); // the asynchronous appender writes the rest
      seen.append(Files.readString(desk.jsonLog()));
    }

    String text = seen.toString();
    assertThat(text).contains("[NAME]", "[ADDRESS]", "***-**-", "@example.com");
    assertThat(peopleIn(text)).isEmpty();
    assertThat(text).doesNotContain("jean.bartik", "4111 1111 1111", "536-90-4399", "Eniac-1946");
  }

  private static void useEverything(Http desk, StringBuilder seen) {
    for (int id = 1; id <= CUSTOMERS; id++) {
      seen.append(desk.get("/customers/" + id).expect(200, "customer").body());
      seen.append(desk.get("/customers/" + id + "/card").expect(200, "card").body());
      seen.append(desk.get("/orders/" + id + "0").expect(200, "order").body());
    }
    seen.append(desk.get("/customers?q=a").expect(200, "search").body());
    seen.append(desk.get("/customers/999999").expect(404, "nobody").body());
    seen.append(desk.get("/whoami").expect(200, "whoami").body());
    Map<String, String> registration =
        Map.of(
            "email", "jean.bartik@example.com",
            "card", "4111 1111 1111 1111",
            "ssn", "536-90-4399",
            "password", "Eniac-1946");
    seen.append(desk.post("/fail", registration).expect(500, "failure").body());
  }

  /** The values of the database that stand in the text, as {@code column: value}. */
  private static List<String> peopleIn(String text) throws SQLException {
    List<String> found = new ArrayList<>();
    String sql =
        "select full_name, email, phone, ssn, iban, street, cast(date_of_birth as text) as born,"
            + " card_number, deliver_to from customers join orders on customer_id = customers.id";
    try (Connection connection = postgresql.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          if (text.contains(rows.getString(column))) {
            found.add(rows.getMetaData().getColumnLabel(column) + ": " + rows.getString(column));
          }
        }
      }
    }
    return found;
  }

  private static Map<String, String> properties(Path folder) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("desk.jdbc.url", postgresql.getJdbcUrl("postgres", "postgres"));
    properties.put("desk.jdbc.user", "postgres");
    properties.put("desk.jdbc.password", "postgres");
    properties.put("desk.customers", Integer.toString(CUSTOMERS));
    properties.put("bauta.config", ConfigFile.write(folder, Installed.deskRules()).toString());
    return properties;
  }
}
