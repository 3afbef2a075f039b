package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows changed through a result set: the driver finds them by their old, raw values. */
class UpdatableRowsTest {

  private static final String[] TABLE = {
    "create table people (email varchar(80) primary key, name varchar(80), note varchar(80),"
        + " born date, score integer)",
    "insert into people values ('ada@example.com', 'Ada', 'call 4111111111111111',"
        + " '1815-12-10', 7)",
    "insert into people values ('grace@example.com', 'Grace', null, '1906-12-09', 8)",
    "insert into people values ('alan@example.com', 'Alan', 'x', null, null)"
  };

  private final TestAgent agent = TestAgent.of(new JdbcInstrumentation());

  static Stream<Path> drivers() {
    return DriverJars.all();
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void tableChangedThroughARewrittenDriver_isByteForByteAsWithoutIt(Path jar) throws SQLException {
    agent.masking().rule("name", "name", true).rule("born", "date", true).rule("score", "x", true);
    agent.masking().hiding("e", "a", "m", "l"); // catalogues, keys, everything
    List<String> rewritten;
    List<String> untouched;
    try (Connection connection = Database.rewritten(agent, jar)) {
      rewritten = change(connection, DriverJars.isH2(jar));
    }
    try (Connection connection = Database.untouched(jar)) {
      untouched = change(connection, DriverJars.isH2(jar));
    }

    assertThat(rewritten).isEqualTo(untouched).hasSize(3);
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void refreshedRow_isMaskedStill(Path jar) throws SQLException {
    agent.masking().rule("name", "name");
    try (Connection connection = Database.rewritten(agent, jar)) {
      Database.execute(connection, TABLE);
      try (ResultSet rows = updatable(connection)) {
        rows.next();
        rows.updateString("note", "mail to alan@example.com");
        rows.updateRow();
        rows.refreshRow();

        assertThat(rows.getString("email")).isEqualTo("[EMAIL]");
        assertThat(rows.getString("name")).isEqualTo("[NAME]");
        assertThat(rows.getString("note")).isEqualTo("mail to [EMAIL]");
        assertThat(rows.getConcurrency()).isEqualTo(ResultSet.CONCUR_UPDATABLE);
      }
    }
  }

  private static List<String> change(Connection connection, boolean h2) throws SQLException {
    Database.execute(connection, TABLE);
    try (ResultSet rows = updatable(connection)) {
      assertThat(rows.next()).isTrue(); // ada
      rows.updateString("note", "changed");
      rows.updateRow();
      assertThat(rows.next()).isTrue(); // alan
      rows.updateInt("score", 42);
      rows.updateRow();
      rows.refreshRow();
      rows.updateString("email", "turing@example.com");
      rows.updateRow();
      assertThat(rows.next()).isTrue(); // grace
      rows.updateString("note", "never");
      rows.cancelRowUpdates();
      rows.deleteRow();
      rows.moveToInsertRow();
      rows.updateString("email", "lise@example.com");
      rows.updateString("name", "Lise");
      rows.updateNull("note");
      rows.updateDate("born", java.sql.Date.valueOf("1878-11-07"));
      rows.updateInt("score", 9);
      rows.insertRow();
      rows.moveToCurrentRow();
    }
    return fingerprints(connection, h2);
  }

  private static ResultSet updatable(Connection connection) throws SQLException {
    Statement statement =
        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
    return statement.executeQuery("select * from people order by email");
  }

  /** A hash of every row, computed by the database: no masking comes near it. */
  private static List<String> fingerprints(Connection connection, boolean h2) throws SQLException {
    String row =
        "email || ';' || coalesce(name, '?') || ';' || coalesce(note, '?') || ';'"
            + " || coalesce(cast(born as varchar(20)), '?') || ';'"
            + " || coalesce(cast(score as varchar(20)), '?')";
    String hash =
        h2
            ? "hash('SHA256', stringtoutf8(" + row + "), 1)"
            : "sha256(convert_to(" + row + ", 'UTF8'))";
    List<String> fingerprints = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select " + hash + " from people")) {
      while (rows.next()) {
        fingerprints.add(java.util.HexFormat.of().formatHex(rows.getBytes(1)));
      }
    }
    fingerprints.sort(null);
    return fingerprints;
  }
}
