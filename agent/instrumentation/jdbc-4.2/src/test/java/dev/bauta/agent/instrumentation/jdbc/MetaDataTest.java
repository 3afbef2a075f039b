package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestAgent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What drivers read for themselves, and what describes the schema, is never masked. */
class MetaDataTest {

  /** With these hidden, any catalogue name that passes through masking comes out broken. */
  private static final String[] LETTERS = {"a", "e", "i", "o", "u", "A", "E", "I", "O", "U"};

  private final TestAgent agent = TestAgent.of(new JdbcInstrumentation());

  static Stream<Path> drivers() {
    return DriverJars.all();
  }

  static Stream<Path> postgresql() {
    return DriverJars.postgresql().stream();
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void databaseMetaData_isWhatTheDriverGives(Path jar) throws SQLException {
    agent.masking().hiding(LETTERS).rule("table_name", "pii").rule("column_name", "pii");
    Map<String, List<String>> rewritten;
    Map<String, List<String>> untouched;
    try (Connection connection = Database.rewritten(agent, jar)) {
      rewritten = describe(connection, jar);
    }
    try (Connection connection = Database.untouched(jar)) {
      untouched = describe(connection, jar);
    }

    assertThat(rewritten).hasSizeGreaterThan(18).isEqualTo(untouched);
    assertThat(rewritten.get("getTables").toString()).containsIgnoringCase("md_people");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("postgresql")
  void typesAndTables_areFoundInTheCatalogue(Path jar) throws SQLException {
    agent.masking().hiding(LETTERS);
    try (Connection connection = Database.rewritten(agent, jar)) {
      Database.execute(
          connection,
          "create type mood as enum ('happy')",
          "create type address as (street text, town text)",
          "create table md_moods (m mood, ms mood[], a address)",
          "insert into md_moods values ('happy', '{happy}', row('Elm St', 'Ely'))");
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select * from md_moods")) {
        rows.next();
        ResultSetMetaData columns = rows.getMetaData();

        assertThat(columns.getTableName(1)).isEqualTo("md_moods");
        assertThat(columns.getColumnTypeName(1)).isEqualTo("mood");
        assertThat(columns.getColumnTypeName(2)).endsWith("mood");
        assertThat(rows.getArray(2).getBaseTypeName()).isEqualTo("mood");
        assertThat(rows.getObject(3).getClass().getSimpleName()).isEqualTo("PGobject");
        assertThat(rows.getObject(3).toString()).contains("[HIDDEN]").doesNotContain("Elm");
      }
      assertThat(connection.getSchema()).startsWith("test");
      assertThat(connection.getCatalog()).isEqualTo("postgres");
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
      Array array = connection.createArrayOf("text", new Object[] {"a"});
      assertThat(array.getBaseTypeName()).isEqualTo("text");
      Database.execute(connection, "drop schema " + connection.getSchema() + " cascade");
    }
  }

  @Test
  void schemaResultSet_staysRawWhenAnotherThreadReadsIt() throws Exception {
    agent.masking().hiding(LETTERS);
    try (Connection connection = Database.rewritten(agent, DriverJars.NEWEST_H2)) {
      Database.execute(connection, "create table md_people (name varchar(80))");
      ResultSet tables = connection.getMetaData().getTables(null, null, "MD_PEOPLE", null);
      List<String> names = new ArrayList<>();
      Thread reader =
          new Thread(
              () -> {
                try {
                  tables.next();
                  names.add(tables.getString("TABLE_NAME"));
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      reader.start();
      reader.join();

      assertThat(names).containsExactly("MD_PEOPLE");
    }
  }

  private static Map<String, List<String>> describe(Connection connection, Path jar)
      throws SQLException {
    Database.execute(
        connection,
        "create table md_people (id integer primary key, name varchar(80), mail varchar(80))",
        "create unique index md_index on md_people (mail)",
        "create table md_orders (id integer primary key, person integer references md_people (id))",
        "create view md_view as select name from md_people");
    DatabaseMetaData metaData = connection.getMetaData();
    Map<String, List<String>> found = new TreeMap<>();
    for (Method method : DatabaseMetaData.class.getMethods()) {
      if (method.getReturnType() == ResultSet.class) {
        String key = method.getName();
        found.put(key, rows(metaData, method, DriverJars.isH2(jar)));
      }
    }
    return found;
  }

  private static List<String> rows(DatabaseMetaData metaData, Method method, boolean h2) {
    List<String> rows = new ArrayList<>();
    try (ResultSet found = (ResultSet) method.invoke(metaData, arguments(method, h2))) {
      while (found != null && found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          // Names of schemas and objects made for this run differ between two runs.
          String text = String.valueOf(found.getString(i)).replaceAll("(?i)test\\d+", "S");
          row.append(text).append('|');
        }
        rows.add(row.toString());
      }
    } catch (InvocationTargetException refused) {
      rows.add("refused");
    } catch (SQLException | IllegalAccessException e) {
      throw new AssertionError(method.toString(), e);
    }
    // Schemas left by other tests give the same rows again.
    return rows.stream().distinct().sorted().toList();
  }

  private static Object[] arguments(Method method, boolean h2) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      if (types[i] == boolean.class) {
        arguments[i] = false;
      } else if (types[i] == int.class) {
        arguments[i] = DatabaseMetaData.bestRowSession;
      } else if (types[i] == String.class && i == 2) {
        arguments[i] = h2 ? "MD_PEOPLE" : "md_people";
      } else if (types[i] == String.class && i == 5) {
        arguments[i] = h2 ? "MD_ORDERS" : "md_orders";
      }
    }
    return arguments;
  }
}
