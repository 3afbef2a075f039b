package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.TestAgent;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A database that runs in the process, in one published version. */
enum Embedded {
  SQLITE_3_39("org.sqlite.JDBC", "sqlite-jdbc-3.39.4.1", "slf4j-api-2.0.17", "slf4j-nop-2.0.17"),
  SQLITE("org.sqlite.JDBC", "sqlite-jdbc-3.53.4.0", "slf4j-api-2.0.17", "slf4j-nop-2.0.17"),
  HSQLDB_2_5("org.hsqldb.jdbc.JDBCDriver", "hsqldb-2.5.2"),
  HSQLDB("org.hsqldb.jdbc.JDBCDriver", "hsqldb-2.7.4"),
  DERBY_10_14("org.apache.derby.jdbc.EmbeddedDriver", "derby-10.14.2.0"),
  DERBY("org.apache.derby.iapi.jdbc.AutoloadedDriver", "derby-10.16.1.1", "derbyshared-10.16.1.1");

  static {
    System.setProperty("derby.stream.error.file", "target/derby.log"); // not into the sources
  }

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String driver;
  private final List<Path> jars = new ArrayList<>();

  Embedded(String driver, String... jars) {
    this.driver = driver;
    for (String jar : jars) {
      this.jars.add(Libraries.jar(jar + ".jar"));
    }
  }

  boolean is(Embedded newest) {
    return driver.equals(newest.driver) || name().startsWith(newest.name());
  }

  /** A database of its own, through a driver that this agent rewrites. */
  Connection rewritten(TestAgent agent) throws SQLException {
    return agent.load(jars).create(driver, Driver.class).connect(url(), new Properties());
  }

  /** The same driver, untouched. */
  Connection untouched() throws SQLException {
    URL[] urls = Stream.of(jars).flatMap(List::stream).map(Embedded::url).toArray(URL[]::new);
    try {
      ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
      Driver made = (Driver) loader.loadClass(driver).getConstructor().newInstance();
      return made.connect(url(), new Properties());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private String url() {
    int database = COUNT.incrementAndGet();
    if (is(SQLITE)) {
      return "jdbc:sqlite::memory:";
    }
    return is(HSQLDB)
        ? "jdbc:hsqldb:mem:test" + database
        : "jdbc:derby:memory:test" + database + ";create=true";
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
