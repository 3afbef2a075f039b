package dev.bauta.agent.instrumentation.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading a row of an H2 database in memory: the fastest driver there is, so the dearest ratio. Run
 * it twice, the second time with {@code -jvmArgsAppend
 * -javaagent:agent/dist/target/bauta-agent.jar}; the setup asks whether the agent is there and
 * expects the answer of that run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ResultSetBenchmark {

  private static final String EMAIL = "ada.lovelace@example.com";

  private Connection connection;
  private PreparedStatement query;
  private ResultSet row;

  @Setup
  public void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table orders_of_parts"
              + " (id integer primary key, kind varchar(80), email varchar(80), amount integer)");
      statement.execute("insert into orders_of_parts values (1, 'Screws', '" + EMAIL + "', 42)");
    }
    query = connection.prepareStatement("select id, kind, email, amount from orders_of_parts");
    row = query.executeQuery();
    row.next();
    if (!cleanText().equals("Screws")
        || foundText().equals(EMAIL) == agentIsThere()
        || number() != 42) {
      throw new IllegalStateException("unexpected answer: " + cleanText() + ' ' + foundText());
    }
  }

  @TearDown
  public void close() throws SQLException {
    connection.close();
  }

  @Benchmark
  public String cleanText() throws SQLException {
    return row.getString(2);
  }

  @Benchmark
  public String cleanTextByLabel() throws SQLException {
    return row.getString("kind");
  }

  @Benchmark
  public String foundText() throws SQLException {
    return row.getString(3);
  }

  @Benchmark
  public int number() throws SQLException {
    return row.getInt(4);
  }

  /** The decisions for the columns are made once for each result set. */
  @Benchmark
  public int queryOfOneRow() throws SQLException {
    try (PreparedStatement again =
            connection.prepareStatement("select id, kind, email, amount from orders_of_parts");
        ResultSet found = again.executeQuery()) {
      found.next();
      return found.getInt(1)
          + found.getString(2).length()
          + found.getString(3).length()
          + found.getInt(4);
    }
  }

  private static boolean agentIsThere() {
    try {
      Class.forName("dev.bauta.agent.AgentPremain", false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException none) {
      return false;
    }
  }
}
