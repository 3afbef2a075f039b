package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.bauta.agent.AgentPremain;
import dev.bauta.agent.testing.TestAgent;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Result sets as applications use them: side by side, again and again, closed, pooled, shared. */
class ResultSetsTest {

  private static final String[] TABLE = {
    "create table people (id integer primary key, email varchar(80), name varchar(80), age integer)",
    "insert into people values (1, 'ada@example.com', 'Ada', 36)",
    "insert into people values (2, 'grace@example.com', 'Grace', null)",
    "create table orders (id integer primary key, name varchar(80), note varchar(80))",
    "insert into orders values (7, 'Screws', 'for ada@example.com')",
    "insert into orders values (8, 'Nails', null)"
  };

  private final TestAgent agent = TestAgent.of(new JdbcInstrumentation());

  static Stream<Path> newest() {
    return Stream.of(DriverJars.NEWEST_H2, DriverJars.NEWEST_POSTGRESQL);
  }

  @ParameterizedTest
  @MethodSource("newest")
  void resultSetsThatAlternate_keepTheirOwnColumns(Path jar) throws SQLException {
    agent.masking().rule("whole", "name");
    try (Connection connection = connect(jar)) {
      List<ResultSet> all = new ArrayList<>();
      for (int i = 0; i < 9; i++) { // more than a thread keeps plans for
        Statement statement = connection.createStatement();
        all.add(
            statement.executeQuery(
                i % 2 == 0
                    ? "select name as whole, id from people order by id"
                    : "select id, note, name from orders order by id"));
      }
      for (int row = 0; row < 2; row++) {
        for (ResultSet rows : all) {
          assertThat(rows.next()).isTrue();
        }
        for (int round = 0; round < 3; round++) {
          for (int i = 0; i < all.size(); i++) {
            ResultSet rows = all.get(i);
            assertThat(rows.getString(1)).isEqualTo(i % 2 == 0 ? "[NAME]" : 7 + row + "");
            assertThat(rows.getString(2))
                .isEqualTo(i % 2 == 0 ? row + 1 + "" : row == 0 ? "for [EMAIL]" : null);
          }
        }
      }
    }
  }

  /** A server's thread outlives the application whose driver it ran. */
  @ParameterizedTest
  @MethodSource("newest")
  void getterThatFails_leavesNothingOfTheDriverOnTheThread(Path jar) throws SQLException {
    try (Connection connection = connect(jar);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select name from people where id = 1")) {
      rows.next();
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> rows.getInt(1)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> rows.getBigDecimal("name")).isInstanceOf(SQLException.class);
      }
    }

    Object[] slots = (Object[]) ((Supplier<?>) AgentPremain.link.apply(Hook.SLOTS)).get();
    assertThat(slots[Slots.READING]).isNull();
    assertThat(slots[Slots.OUTER]).isNull();
  }

  @ParameterizedTest
  @MethodSource("newest")
  void statementExecutedAgain_isMaskedEachTime(Path jar) throws SQLException {
    agent.masking().rule("name", "name");
    try (Connection connection = connect(jar);
        PreparedStatement statement =
            connection.prepareStatement("select id, email, name, age from people where id = ?")) {
      for (int i = 0; i < 12; i++) { // PostgreSQL's driver turns to binary transfer on the way
        statement.setInt(1, 1);
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          assertThat(rows.getString("email")).isEqualTo("[EMAIL]");
          assertThat(rows.getString("NAME")).isEqualTo("[NAME]");
          assertThat(rows.getInt("age")).isEqualTo(36);
          assertThat(rows.getObject(1)).isEqualTo(1);
        }
      }
      try (Statement other = connection.createStatement()) {
        ResultSet first = other.executeQuery("select name, email from people where id = 1");
        first.next();
        assertThat(first.getString(1)).isEqualTo("[NAME]");
        ResultSet second = other.executeQuery("select id, name from orders where id = 7");
        second.next();
        assertThat(second.getString(1)).isEqualTo("7");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("newest")
  void aliasedAndQualifiedColumns_followTheRulesOfTheirLabels(Path jar) throws SQLException {
    agent.masking().rule("people.name", "name").rule("who", "name");
    boolean tableNames = DriverJars.isH2(jar);
    try (Connection connection = connect(jar);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select p.name, o.name, p.name as who, p.name as harmless, o.name || '!'"
                    + " from people p, orders o where p.id = 1 and o.id = 7")) {
      rows.next();

      assertThat(rows.getString(1)).isEqualTo(tableNames ? "[NAME]" : "Ada");
      assertThat(rows.getString("name")).isEqualTo(tableNames ? "[NAME]" : "Ada");
      assertThat(rows.getString(2)).isEqualTo("Screws");
      assertThat(rows.getString(3)).isEqualTo("[NAME]");
      assertThat(rows.getString("who")).isEqualTo("[NAME]");
      assertThat(rows.getString(4)).isEqualTo(tableNames ? "[NAME]" : "Ada");
      assertThat(rows.getString(5)).isEqualTo("Screws!");
    }
  }

  @ParameterizedTest
  @MethodSource("newest")
  void wasNull_tellsTheTruthAboutMaskedColumns(Path jar) throws SQLException {
    agent.masking().rule("age", "age", true).rule("name", "name");
    try (Connection connection = connect(jar);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from people order by id")) {
      rows.next();
      assertThat(rows.getInt("age")).isZero();
      assertThat(rows.wasNull()).isFalse();
      assertThat(rows.getObject("age")).isNull();
      assertThat(rows.wasNull()).isFalse();
      rows.next();
      assertThat(rows.getInt("age")).isZero();
      assertThat(rows.wasNull()).isTrue();
      assertThat(rows.getString("name")).isEqualTo("[NAME]");
      assertThat(rows.wasNull()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("newest")
  @SuppressWarnings("try") // closed early: that is tried here
  void driversOwnExceptions_passUntouched(Path jar) throws SQLException {
    try (Connection connection = connect(jar);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from people")) {
      rows.next();
      assertThatThrownBy(() -> rows.getString(99)).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> rows.getString("nowhere")).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> rows.getInt("name")).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> rows.getRef(1)).isInstanceOf(SQLException.class);
      assertThat(rows.getString("email")).isEqualTo("[EMAIL]"); // the depth was given back
      statement.close(); // and the result set with it
      assertThatThrownBy(() -> rows.getString(2)).isInstanceOf(SQLException.class);
    }
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("newest")
  void brokenMasking_hidesTheValueAndThrowsNothing(Path jar) throws SQLException {
    agent.masking().rule("name", "name").rule("age", "age", true);
    try (Connection connection = connect(jar);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from people")) {
      rows.next();
      agent.masking().breaking();

      assertThat(rows.getString("email")).isEqualTo("[MASKED]");
      assertThat(rows.getString("name")).isEqualTo("[MASKED]");
      assertThat(rows.getBytes("name")).isNull();
      assertThat(rows.getInt("age")).isZero();
      assertThat(rows.getInt("id")).isEqualTo(1);
    }
    assertThat(agent.masking().failures()).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("newest")
  void grant_showsRawValuesToItsPrincipalsThreadOnly(Path jar) throws Exception {
    agent.masking().rule("name", "name").rule("age", "age", true).granting("grace");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection connection = connect(jar);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from people where id = 1")) {
      rows.next();
      agent.viewers().enter(() -> "grace");
      try {
        assertThat(rows.getString("name")).isEqualTo("Ada");
        assertThat(rows.getInt("age")).isEqualTo(36);
        assertThat(rows.getObject("age")).isEqualTo(36);
        assertThat(rows.getBytes("name")).isEqualTo(new byte[] {'A', 'd', 'a'});
        assertThat(Shown.of(rows.getCharacterStream("name"))).isEqualTo("Ada");
        Future<String> elsewhere = other.submit(() -> rows.getString("name"));
        assertThat(elsewhere.get()).isEqualTo("[NAME]");
      } finally {
        agent.viewers().leave();
      }
      assertThat(rows.getString("name")).isEqualTo("[NAME]");
      assertThat(rows.getInt("age")).isZero();
    } finally {
      other.shutdownNow();
    }
  }

  @ParameterizedTest
  @MethodSource("newest")
  void rowsReadToFindThePrincipal_areMaskedAsWell(Path jar) throws SQLException {
    agent.masking().rule("name", "name").rule("age", "age", true).granting("[EMAIL]");
    try (Connection connection = connect(jar);
        Statement statement = connection.createStatement();
        Statement sessions = connection.createStatement();
        ResultSet session = sessions.executeQuery("select email from people where id = 2");
        ResultSet rows = statement.executeQuery("select * from people where id = 1")) {
      rows.next();
      session.next();
      agent.viewers().enter(() -> unchecked(() -> session.getString(1)));
      try {
        assertThat(rows.getString("name")).isEqualTo("Ada"); // the grant is for the masked name
        assertThat(rows.getInt("age")).isEqualTo(36);
        assertThat(rows.getString("email")).isEqualTo("[EMAIL]");
      } finally {
        agent.viewers().leave();
      }
      assertThat(rows.getString("name")).isEqualTo("[NAME]");
    }
  }

  @ParameterizedTest
  @MethodSource("newest")
  void pooledAndUnwrapped_areMaskedOnce(Path jar) throws SQLException {
    agent.masking().rule("name", "name");
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(1);
    config.setDataSource(new OneConnection(connect(jar)));
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from people where id = 1")) {
      rows.next();
      int before = agent.masking().texts();
      assertThat(rows.getString("email")).isEqualTo("[EMAIL]");
      assertThat(agent.masking().texts()).isEqualTo(before + 1);
      assertThat(rows.getString("name")).isEqualTo("[NAME]");
      assertThat(rows.unwrap(ResultSet.class).getString("email")).isEqualTo("[EMAIL]");
    }
  }

  @ParameterizedTest
  @MethodSource("newest")
  void stackOverflowInsideGetters_leavesNoThreadUnmasked(Path jar) throws SQLException {
    try (Connection connection = connect(jar);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from people where id = 1")) {
      rows.next();
      for (int i = 0; i < 40; i++) {
        assertThatThrownBy(() -> overflow(rows, 1)).isInstanceOf(StackOverflowError.class);
        assertThat(rows.getString("email")).isEqualTo("[EMAIL]");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("newest")
  void outParameters_areMaskedByContent(Path jar) throws SQLException {
    try (Connection connection = connect(jar);
        CallableStatement call = connection.prepareCall("{? = call lower(?)}")) {
      call.registerOutParameter(1, Types.VARCHAR);
      call.setString(2, "Mail to ada@example.com");
      call.execute();

      assertThat(call.getString(1)).isEqualTo("mail to [EMAIL]");
      assertThat(call.getObject(1)).isEqualTo("mail to [EMAIL]");
    }
  }

  @ParameterizedTest
  @MethodSource("newest")
  void maskedLargeObjects_cannotBeWrittenThrough(Path jar) throws SQLException {
    boolean h2 = DriverJars.isH2(jar);
    try (Connection connection = connect(jar);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                h2
                    ? "select cast(name as clob) from people where id = 1"
                    : "select lo_from_bytea(0, 'Ada'::bytea)")) {
      rows.next();
      var clob = rows.getClob(1);
      assertThatThrownBy(() -> clob.setString(1, "x"))
          .isInstanceOf(SQLFeatureNotSupportedException.class)
          .hasMessageContaining("update the column instead");
    }
  }

  private Connection connect(Path jar) throws SQLException {
    Connection connection = Database.rewritten(agent, jar);
    Database.execute(connection, TABLE);
    return connection;
  }

  @SuppressWarnings("InfiniteRecursion") // that is the point
  private static void overflow(ResultSet rows, long... sizes) throws SQLException {
    rows.getString(2);
    if (sizes.length > 0) {
      overflow(rows, sizes);
    }
  }

  private static String unchecked(Callable<String> read) {
    try {
      return read.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** What a pool needs of a data source, over the rewritten driver. */
  private record OneConnection(Connection connection) implements DataSource {
    @Override
    public Connection getConnection() {
      return connection;
    }

    @Override
    public Connection getConnection(String user, String password) {
      return connection;
    }

    @Override
    public PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      return null;
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
