package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.agent.testing.TestAgent;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A masked value is never stored over the real one, in real databases. */
class WriteGuardTest {

  private static final String SELECT = "select id, name, mail, note from persons where id = 1";

  private final TestAgent agent = TestAgent.of(new JdbcInstrumentation());

  private interface Open {
    Connection open(TestAgent agent) throws SQLException;
  }

  static Stream<Open> databases() {
    List<Open> all = new ArrayList<>();
    for (Path jar : List.of(DriverJars.NEWEST_H2, DriverJars.NEWEST_POSTGRESQL)) {
      all.add(agent -> Database.rewritten(agent, jar));
    }
    for (Embedded database : Embedded.values()) {
      all.add(database::rewritten);
    }
    return all.stream();
  }

  /** SQLite updates no rows and its older driver streams none. */
  static Stream<Open> allButSqlite() {
    return databases().filter(database -> !isSqlite(database));
  }

  private static boolean isSqlite(Open database) {
    try (Connection connection = database.open(TestAgent.of(new JdbcInstrumentation()))) {
      return connection.getMetaData().getDatabaseProductName().equals("SQLite");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void nothingFailed() {
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatWasRead_isStoredRaw_andComparesAsRaw(Open database) throws SQLException {
    try (Connection connection = persons(database)) {
      Row row = read(connection);
      assertThat(row).isEqualTo(new Row("[NAME]", "[EMAIL]", "mail to [EMAIL]"));
      try (PreparedStatement save =
          connection.prepareStatement(
              "update persons set name = ?, mail = ?, note = ? where id = 1 and mail = ?")) {
        save.setString(1, row.name);
        save.setObject(2, row.mail);
        save.setString(3, row.note);
        save.setString(4, row.mail);
        assertThat(save.executeUpdate()).isEqualTo(1);
      }
      try (PreparedStatement copy =
          connection.prepareStatement("insert into persons values (3, ?, ?, 'new')")) {
        copy.setString(1, row.name);
        copy.setString(2, row.mail);
        copy.addBatch();
        copy.executeBatch();
      }
      assertThat(stored(connection))
          .containsExactly(
              "1|Ada Lovelace|ada@example.com|mail to ada@example.com",
              "2|***|* * * b***@x|*** important ***",
              "3|Ada Lovelace|ada@example.com|new");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aCopy_isRefused_andNothingIsStored(Open database) throws SQLException {
    try (Connection connection = persons(database)) {
      Row row = read(connection);
      try (PreparedStatement save =
          connection.prepareStatement("update persons set note = ?, name = ? where id = 1")) {
        save.setString(1, "harmless");
        assertThatThrownBy(() -> save.setString(2, new String(row.name)))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("parameter 2 is a copy of a masked value of type name")
            .hasMessageContaining("sinks.jdbc=track")
            .hasMessageNotContaining("Ada")
            .extracting(thrown -> ((SQLException) thrown).getSQLState())
            .isEqualTo("22023");
        assertThatThrownBy(() -> save.setObject(1, new String(row.note)))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("parameter 1 is a copy of a masked value");
      }
      assertThat(stored(connection))
          .contains("1|Ada Lovelace|ada@example.com|mail to ada@example.com");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HSQLDB", "SQLITE"})
  void whatAFailureOfOursHid_isNotStoredEither(Embedded database) throws SQLException {
    try (Connection connection = persons(database::rewritten);
        PreparedStatement save =
            connection.prepareStatement("update persons set note = ? where id = 1")) {
      assertThatThrownBy(() -> save.setString(1, "[MASKED]"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("parameter 1 is a copy of a masked value");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatOnlyLooksMasked_isStored(Open database) throws SQLException {
    try (Connection connection = persons(database)) {
      read(connection);
      try (PreparedStatement save =
          connection.prepareStatement(
              "update persons set name = ?, mail = ?, note = ? where id = 2")) {
        save.setString(1, "*** not *** masked [NAME] ***");
        save.setString(2, "a***@example.com");
        save.setString(3, "***");
        save.executeUpdate();
      }
      assertThat(stored(connection))
          .contains("2|*** not *** masked [NAME] ***|a***@example.com|***");
    }
  }

  @ParameterizedTest
  @MethodSource("allButSqlite")
  void rowsThatAreUpdated_areGuardedToo(Open database) throws SQLException {
    try (Connection connection = persons(database)) {
      String read = read(connection).name;
      try (ResultSet other =
          updatable(connection).executeQuery("select id, name, mail, note from persons")) {
        while (other.next()) {
          if (other.getInt(1) == 2) {
            assertThatThrownBy(() -> other.updateString("name", new String(read)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("'name' is a copy of a masked value");
            other.updateString(2, read);
            other.updateString("note", "moved");
            other.updateRow();
          }
        }
      }
      assertThat(stored(connection)).contains("2|Ada Lovelace|* * * b***@x|moved");
    }
  }

  @ParameterizedTest
  @MethodSource("allButSqlite")
  void aStream_isStoredRawUnlessItWasReadFrom(Open database) throws Exception {
    try (Connection connection = persons(database);
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(SELECT)) {
        rows.next();
        java.io.Reader note = rows.getCharacterStream(4);
        try (PreparedStatement save =
            connection.prepareStatement("update persons set note = ? where id = 2")) {
          save.setCharacterStream(1, note, "mail to ada@example.com".length());
          save.executeUpdate();
        }
      }
      assertThat(stored(connection)).contains("2|***|* * * b***@x|mail to ada@example.com");
      try (ResultSet rows = statement.executeQuery(SELECT);
          PreparedStatement save =
              connection.prepareStatement("update persons set note = ? where id = 2")) {
        rows.next();
        java.io.Reader note = rows.getCharacterStream(4);
        assertThat(note.read()).isEqualTo('m');
        assertThatThrownBy(() -> save.setCharacterStream(1, note, 10))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("was read from already");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aCopyInAStream_isRefused(Open database) throws Exception {
    try (Connection connection = persons(database)) {
      String note = read(connection).note;
      try (PreparedStatement save =
          connection.prepareStatement("update persons set note = ? where id = 2")) {
        assertThatThrownBy(
                () -> {
                  save.setCharacterStream(1, new StringReader(note), note.length() + 1);
                  save.executeUpdate();
                })
            .isInstanceOf(Exception.class);
        assertThatCode(
                () -> {
                  save.setCharacterStream(1, new StringReader("x" + note), note.length() + 1);
                  save.executeUpdate();
                })
            .doesNotThrowAnyException();
      }
      assertThat(stored(connection)).contains("2|***|* * * b***@x|xmail to [EMAIL]");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HSQLDB_2_5", "HSQLDB"})
  void parametersByName_areGuardedToo(Embedded database) throws SQLException {
    try (Connection connection = persons(database::rewritten)) {
      String name = read(connection).name;
      Database.execute(
          connection,
          "create procedure rename(in id_in integer, in name_in varchar(80)) modifies sql data"
              + " begin atomic update persons set name = name_in where id = id_in; end");
      try (CallableStatement call = connection.prepareCall("call rename(?, ?)")) {
        call.setInt(1, 2);
        assertThatThrownBy(() -> call.setString("NAME_IN", new String(name)))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("'NAME_IN' is a copy");
        call.setString("NAME_IN", name);
        call.execute();
      }
      assertThat(stored(connection)).contains("2|Ada Lovelace|* * * b***@x|*** important ***");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HSQLDB", "DERBY"})
  void whatTheDriverTakes_isTakenAsBefore(Embedded database) throws SQLException {
    try (Connection connection = persons(database::rewritten);
        PreparedStatement save =
            connection.prepareStatement("update persons set note = ? where id = ?")) {
      read(connection);
      save.setDate(1, Date.valueOf("2024-02-29"));
      save.setObject(2, 2);
      assertThat(save.executeUpdate()).isEqualTo(1);
      save.setString(1, null);
      assertThat(save.executeUpdate()).isEqualTo(1);
      assertThat(stored(connection)).contains("2|***|* * * b***@x|null");
    }
  }

  private record Row(String name, String mail, String note) {}

  private Connection persons(Open database) throws SQLException {
    agent.masking().rule("name", "name");
    Connection connection = database.open(agent);
    Database.execute(
        connection,
        "create table persons (id integer primary key not null, name varchar(80),"
            + " mail varchar(80), note varchar(80))",
        "insert into persons values (1, 'Ada Lovelace', 'ada@example.com',"
            + " 'mail to ada@example.com')",
        "insert into persons values (2, '***', '* * * b***@x', '*** important ***')");
    return connection;
  }

  private static Row read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SELECT)) {
      rows.next();
      return new Row(rows.getString("name"), rows.getString(3), (String) rows.getObject(4));
    }
  }

  /** As it stands in the database, read in pieces that no rule and no detector knows. */
  private static List<String> stored(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    String columns = pieces("name") + ", " + pieces("mail") + ", " + pieces("note");
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select id, " + columns + " from persons order by id")) {
      while (rows.next()) {
        lines.add(
            rows.getInt(1) + "|" + whole(rows, 2) + "|" + whole(rows, 3) + "|" + whole(rows, 4));
      }
    }
    return lines;
  }

  private static String pieces(String column) {
    String padded = "(" + column + " || '               ')";
    return "substr(%1$s, 1, 3) || '|' || substr(%1$s, 4, 8) || '|' || substr(%1$s, 12)"
        .formatted(padded);
  }

  private static String whole(ResultSet rows, int column) throws SQLException {
    String pieces = rows.getString(column);
    return pieces == null ? null : pieces.replace("|", "").strip();
  }

  private static Statement updatable(Connection connection) throws SQLException {
    return connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE);
  }
}
