package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestAgent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SQLite, HSQLDB and Derby, whose result sets are built in three different ways. */
class EmbeddedDriversTest {

  private static final String EMAIL = "ada.lovelace@example.com";
  private static final String CARD = "4111111111111111";

  /** A column, its value, and which part of it must not come out. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Cell(String name, String type, Object value, String... raw) {}

  private static final List<Cell> CELLS =
      List.of(
          new Cell("marked_text", "varchar(80)", "Ada Lovelace", "Ada", "Lovelace"),
          new Cell("marked_digits", "varchar(20)", "1815", "1815"),
          new Cell("marked_number", "bigint", 18151210L, "18151210", "1.815121E7"),
          new Cell("marked_clob", "clob", "Ada Lovelace", "Ada", "Lovelace"),
          new Cell("found_text", "varchar(80)", "mail to " + EMAIL, EMAIL),
          new Cell("found_clob", "clob", "mail to " + EMAIL, EMAIL),
          new Cell("found_digits", "varchar(20)", CARD, CARD, "4.11111", "41111"),
          new Cell("clean_text", "varchar(80)", "nothing to see"),
          new Cell("clean_clob", "clob", "nothing to see"),
          new Cell("clean_int", "integer", -42),
          new Cell("clean_big", "bigint", -42L),
          new Cell("clean_double", "double precision", -0.25),
          new Cell("clean_date", "date", java.sql.Date.valueOf("1985-12-10")),
          new Cell("clean_stamp", "timestamp", java.sql.Timestamp.valueOf("1985-12-10 18:15:00")),
          new Cell("clean_null", "varchar(80)", null));

  private final TestAgent agent = TestAgent.of(new JdbcInstrumentation());

  @ParameterizedTest
  @EnumSource
  void everyGetter_ofAHiddenValue_showsNothingRaw(Embedded database) throws SQLException {
    mark();
    List<String> leaks = new ArrayList<>();
    int read = 0;
    try (Connection connection = database.rewritten(agent);
        ResultSet rows = row(connection)) {
      for (Cell cell : CELLS) {
        for (Getters.Getter getter : Getters.all()) {
          String shown = show(getter, rows, cell);
          read += shown == null ? 0 : 1;
          for (String raw : cell.raw()) {
            if (shown != null && shown.contains(raw)) {
              leaks.add(cell.name() + " by " + getter + " shows " + shown);
            }
          }
        }
      }
    }

    assertThat(leaks).isEmpty();
    assertThat(agent.masking().failures()).isEmpty();
    assertThat(read).isGreaterThan(200);
  }

  // Or the test above would prove nothing.
  @ParameterizedTest
  @EnumSource
  void withoutTheAgent_everyHiddenValueShows(Embedded database) throws SQLException {
    try (Connection connection = database.untouched();
        ResultSet rows = row(connection)) {
      for (Cell cell : CELLS) {
        if (cell.raw().length > 0) {
          assertThat(rows.getString(cell.name())).contains(cell.raw()[0]);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyGetter_ofAnUnmarkedValue_givesWhatTheDriverGives(Embedded database)
      throws SQLException {
    List<String> differences = new ArrayList<>();
    try (Connection connection = database.rewritten(agent);
        Connection untouched = database.untouched();
        ResultSet rows = row(connection);
        ResultSet expected = row(untouched)) {
      for (Cell cell : CELLS) {
        for (Getters.Getter getter : Getters.all()) {
          if (cell.raw().length > 0) {
            continue;
          }
          String shown = show(getter, rows, cell) + " null: " + rows.wasNull();
          String wanted = show(getter, expected, cell) + " null: " + expected.wasNull();
          if (!withoutIdentity(shown).equals(withoutIdentity(wanted))) {
            differences.add(cell.name() + " by " + getter + ": " + shown + ", not " + wanted);
          }
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void hiddenValues_areMaskedInPlace(Embedded database) throws SQLException {
    mark();
    try (Connection connection = database.rewritten(agent);
        ResultSet rows = row(connection)) {
      assertThat(rows.getString("marked_text")).isEqualTo("[PII]");
      assertThat(rows.getObject("marked_text")).isEqualTo("[PII]");
      assertThat(rows.getLong("marked_number")).isZero();
      assertThat(rows.getLong("found_digits")).isZero();
      assertThat(rows.getString("found_text")).isEqualTo("mail to [EMAIL]");
      assertThat(rows.getString("found_clob")).isEqualTo("mail to [EMAIL]");
      assertThat(rows.wasNull()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfOurs_hidesTheValue(Embedded database) throws SQLException {
    try (Connection connection = database.rewritten(agent);
        ResultSet rows = row(connection)) {
      agent.masking().breaking();
      assertThat(rows.getString("marked_text")).isEqualTo("[MASKED]");
      assertThat(Shown.of(rows.getObject("found_text"))).doesNotContain(EMAIL);
    }
  }

  @ParameterizedTest
  @EnumSource
  void schema_isNeverMasked(Embedded database) throws SQLException {
    agent.masking().hiding("PEOPLE", "people", "EMAIL", "email").rule("TABLE_NAME", "pii");
    try (Connection connection = database.rewritten(agent)) {
      Database.execute(
          connection, "create table people (id integer not null primary key, email varchar(80))");
      try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", null);
          ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%");
          ResultSet keys =
              connection.getMetaData().getPrimaryKeys(null, null, tableName(database))) {
        assertThat(all(tables, "TABLE_NAME")).contains(tableName(database));
        assertThat(all(columns, "COLUMN_NAME")).anyMatch(name -> name.equalsIgnoreCase("email"));
        assertThat(all(keys, "COLUMN_NAME")).anyMatch(name -> name.equalsIgnoreCase("id"));
      }
    }
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void generatedKeys_areThose_thatTheDatabaseMade(Embedded database) throws SQLException {
    String identity =
        database.is(Embedded.SQLITE)
            ? "integer primary key autoincrement"
            : "integer generated always as identity primary key";
    try (Connection connection = database.rewritten(agent)) {
      Database.execute(connection, "create table people (id " + identity + ", email varchar(80))");
      String insert = "insert into people (email) values (?)";
      try (PreparedStatement statement =
          connection.prepareStatement(insert, Statement.RETURN_GENERATED_KEYS)) {
        statement.setString(1, EMAIL);
        statement.executeUpdate();
        try (ResultSet keys = statement.getGeneratedKeys()) {
          assertThat(keys.next()).isTrue();
          assertThat(keys.getInt(1)).isBetween(0, 1);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "SQLITE.*") // its rows cannot be changed
  void rowsChangedThroughARewrittenDriver_areAsWithoutIt(Embedded database) throws SQLException {
    agent.masking().rule("name", "name", true).hiding("a", "e");
    List<String> rewritten;
    try (Connection connection = database.rewritten(agent)) {
      rewritten = change(connection);
    }
    try (Connection connection = database.untouched()) {
      assertThat(rewritten).isEqualTo(change(connection)).hasSize(3);
    }
    assertThat(agent.masking().failures()).isEmpty();
  }

  private static List<String> change(Connection connection) throws SQLException {
    Database.execute(
        connection,
        "create table people (email varchar(80) primary key, name varchar(80), note varchar(80))",
        "insert into people values ('ada@example.com', 'Ada', 'call 4111111111111111')",
        "insert into people values ('grace@example.com', 'Grace', null)",
        "insert into people values ('alan@example.com', 'Alan', 'x')");
    try (Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
        ResultSet rows = statement.executeQuery("select * from people")) {
      assertThat(rows.next()).isTrue();
      rows.updateString("note", "changed");
      rows.updateRow();
      assertThat(rows.next()).isTrue();
      rows.deleteRow();
      rows.moveToInsertRow();
      rows.updateString("email", "lise@example.com");
      rows.updateString("name", "Lise");
      rows.updateNull("note");
      rows.insertRow();
    }
    return lengths(connection);
  }

  /** What the database counts: no masking comes near it. */
  private static List<String> lengths(Connection connection) throws SQLException {
    String[] questions = {
      "email = 'ada@example.com' and name = 'Ada' and note = 'changed'",
      "email = 'alan@example.com' and name = 'Alan' and note = 'x'",
      "email = 'lise@example.com' and name = 'Lise' and note is null"
    };
    List<String> found = new ArrayList<>();
    for (String question : questions) {
      try (Statement statement = connection.createStatement();
          ResultSet count =
              statement.executeQuery("select count(*) from people where " + question)) {
        assertThat(count.next()).isTrue();
        found.add(question + ": " + count.getInt(1));
      }
    }
    return found;
  }

  private void mark() {
    for (Cell cell : CELLS) {
      if (cell.name().startsWith("marked")) {
        agent.masking().rule(cell.name(), "pii", true);
        agent.masking().rule(cell.name().toUpperCase(java.util.Locale.ROOT), "pii", true);
      }
    }
  }

  private static String tableName(Embedded database) {
    return database.is(Embedded.SQLITE) ? "people" : "PEOPLE";
  }

  private static List<String> all(ResultSet rows, String column) throws SQLException {
    List<String> values = new ArrayList<>();
    while (rows.next()) {
      values.add(rows.getString(column));
    }
    return values;
  }

  private static ResultSet row(Connection connection) throws SQLException {
    StringBuilder columns = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    for (Cell cell : CELLS) {
      columns.append(columns.isEmpty() ? "" : ", ").append(cell.name()).append(' ');
      columns.append(cell.type());
      marks.append(marks.isEmpty() ? "?" : ", ?");
    }
    Database.execute(connection, "create table cells (" + columns + ")");
    try (PreparedStatement insert =
        connection.prepareStatement("insert into cells values (" + marks + ")")) {
      for (int i = 0; i < CELLS.size(); i++) {
        Object value = CELLS.get(i).value();
        if (value == null) {
          insert.setNull(i + 1, java.sql.Types.VARCHAR);
        } else {
          insert.setObject(i + 1, value);
        }
      }
      insert.executeUpdate();
    }
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("select * from cells");
    assertThat(rows.next()).isTrue();
    return rows;
  }

  /** What one way of reading shows, or null where the driver refuses it. */
  private static String show(Getters.Getter getter, ResultSet rows, Cell cell) {
    Object column = getter.isByIndex() ? (Object) (CELLS.indexOf(cell) + 1) : cell.name();
    try {
      return Objects.toString(Shown.of(getter.read(rows, column)));
    } catch (SQLException refused) {
      return null;
    }
  }

  private static String withoutIdentity(String shown) {
    // HSQLDB 2.5 hands out a buffer's empty rest behind an ASCII stream's text; we do not
    return shown.replaceAll("@[0-9a-f]+", "@").replace("\0", "");
  }
}
