package dev.bauta.agent.instrumentation.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million rows of four columns out of a real PostgreSQL, read once. Run it twice, the second time
 * with {@code -jvmArgsAppend -javaagent:agent/dist/target/bauta-agent.jar}; the setup asks whether
 * the agent is there and expects the answer of that run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(1)
public class MillionRowsBenchmark {

  private static final int ROWS = 1_000_000;

  /** Numbers and texts without a rule, or two of the four with one. */
  @Param({"unmarked", "marked"})
  public String columns;

  private EmbeddedPostgres server;
  private Connection connection;

  @Setup
  public void open() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    connection = server.getPostgresDatabase().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table orders as select n as id, n * 3 as amount, 'sent to the shop' as state,"
              + " 'blue box ' || n % 100 as product, 'Ada Lovelace' as full_name,"
              + " 'ada' || n || '@example.com' as email from generate_series(1, "
              + ROWS
              + ") n");
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select product, email from orders limit 1")) {
      row.next();
      boolean raw = row.getString(2).equals("ada1@example.com");
      if (!row.getString(1).equals("blue box 1") || raw == agentIsThere()) {
        throw new IllegalStateException("unexpected answer: " + row.getString(2));
      }
    }
  }

  @TearDown
  public void close() throws IOException, SQLException {
    connection.close();
    server.close();
  }

  @Benchmark
  public long rows() throws SQLException {
    String texts = columns.equals("marked") ? "full_name, email" : "state, product";
    long sum = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(10_000);
      try (ResultSet rows =
          statement.executeQuery("select id, amount, " + texts + " from orders")) {
        while (rows.next()) {
          sum +=
              rows.getInt(1)
                  + rows.getLong(2)
                  + rows.getString(3).length()
                  + rows.getString(4).length();
        }
      }
    }
    return sum;
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
