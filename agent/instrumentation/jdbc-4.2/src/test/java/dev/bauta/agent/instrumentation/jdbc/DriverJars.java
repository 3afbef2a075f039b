package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.testing.Libraries;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The drivers under test, as published. */
final class DriverJars {

  static final Path NEWEST_H2 = Libraries.jar("h2-2.5.252.jar");
  static final Path NEWEST_POSTGRESQL = Libraries.jar("postgresql-42.7.14.jar");

  private DriverJars() {}

  static List<Path> h2() {
    return Libraries.jars("h2-");
  }

  static List<Path> postgresql() {
    return Libraries.jars("postgresql-");
  }

  static Stream<Path> all() {
    return Stream.concat(h2().stream(), postgresql().stream());
  }

  static boolean isH2(Path jar) {
    return jar.getFileName().toString().startsWith("h2-");
  }

  static String resultSet(Path jar) {
    return isH2(jar) ? "org/h2/jdbc/JdbcResultSet" : "org/postgresql/jdbc/PgResultSet";
  }
}
