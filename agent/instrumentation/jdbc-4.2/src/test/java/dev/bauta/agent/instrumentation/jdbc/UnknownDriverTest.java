package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A driver that nobody here knows by name: rows of CSV files. */
class UnknownDriverTest {

  private final TestAgent agent = TestAgent.of(new JdbcInstrumentation());

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void itsRows_areMasked_andWithoutTheAgentTheyShow(boolean masked) throws Exception {
    agent.masking().rule("name", "name");
    Files.writeString(
        folder.resolve("people.csv"), "name,note,age\nAda Lovelace,mail to ada@example.com,36\n");
    Path jar = Libraries.jar("csvjdbc-1.0.46.jar");
    Driver driver =
        masked
            ? agent.load(jar).create("org.relique.jdbc.csv.CsvDriver", Driver.class)
            : untouched(jar);
    try (Connection connection = driver.connect("jdbc:relique:csv:" + folder, new Properties());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from people")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("name")).isEqualTo(masked ? "[NAME]" : "Ada Lovelace");
      assertThat(rows.getObject(1)).isEqualTo(masked ? "[NAME]" : "Ada Lovelace");
      assertThat(rows.getString(2))
          .isEqualTo("mail to " + (masked ? "[EMAIL]" : "ada@example.com"));
      assertThat(rows.getInt("age")).isEqualTo(36);
      assertThat(rows.getMetaData().getColumnCount()).isEqualTo(3);
    }
    assertThat(agent.masking().failures()).isEmpty();
  }

  @Test
  void aCachedRowSet_holdsWhatItsFillerSaw() throws Exception {
    agent.masking().rule("name", "name");
    try (Connection connection = Database.rewritten(agent, DriverJars.NEWEST_H2)) {
      Database.execute(
          connection,
          "create table people (name varchar(80), note varchar(80), age integer)",
          "insert into people values ('Ada Lovelace', 'mail to ada@example.com', 36)");
      CachedRowSet cached = RowSetProvider.newFactory().createCachedRowSet();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select * from people")) {
        cached.populate(rows);
      }
      assertThat(cached.next()).isTrue();
      assertThat(cached.getString(1)).isEqualTo("[NAME]");
      assertThat(cached.getString(2)).isEqualTo("mail to [EMAIL]");
      assertThat(cached.getInt(3)).isEqualTo(36);
    }
    assertThat(agent.masking().failures()).isEmpty();
  }

  private static Driver untouched(Path jar) throws Exception {
    return (Driver)
        new java.net.URLClassLoader(
                new java.net.URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())
            .loadClass("org.relique.jdbc.csv.CsvDriver")
            .getConstructor()
            .newInstance();
  }
}
