package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.testing.TestAgent;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections to a database of its own, through a rewritten driver or an untouched one. */
final class Database {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Database() {}

  /** H2 in memory or the real PostgreSQL, through a driver that this agent rewrites. */
  static Connection rewritten(TestAgent agent, Path jar) throws SQLException {
    boolean h2 = DriverJars.isH2(jar);
    Driver driver =
        agent.load(jar).create(h2 ? "org.h2.Driver" : "org.postgresql.Driver", Driver.class);
    return h2 ? driver.connect(h2Url(), new Properties()) : postgres(driver);
  }

  /** The same as {@link #rewritten} with the same driver, untouched. */
  static Connection untouched(Path jar) throws SQLException {
    boolean h2 = DriverJars.isH2(jar);
    try {
      URLClassLoader loader =
          new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
      Driver driver =
          (Driver)
              loader
                  .loadClass(h2 ? "org.h2.Driver" : "org.postgresql.Driver")
                  .getConstructor()
                  .newInstance();
      return h2 ? driver.connect(h2Url(), new Properties()) : postgres(driver);
    } catch (IOException | ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String h2Url() {
    return "jdbc:h2:mem:test" + COUNT.incrementAndGet();
  }

  /** A schema of its own keeps tests apart on the one server. */
  private static Connection postgres(Driver driver) throws SQLException {
    Connection connection = driver.connect(Postgres.url(), new Properties());
    String schema = "test" + COUNT.incrementAndGet();
    execute(connection, "create schema " + schema, "set search_path to " + schema);
    return connection;
  }
}
