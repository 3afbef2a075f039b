package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real MariaDB, read through its own driver and MySQL's. Needs the server on this machine (the
 * Debian package {@code mariadb-server}); without it these tests are counted as skipped.
 */
class MariaDbLeakIT {

  private static Process server;
  private static int port;

  @BeforeAll
  static void startServer() throws Exception {
    Path program =
        List.of("/usr/sbin/mariadbd", "/usr/bin/mariadbd", "/usr/local/bin/mariadbd").stream()
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(program != null, "no mariadbd here: install mariadb-server to run these tests");
    Path folder = Files.createTempDirectory("bauta-mariadb"); // socket paths must be short
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String user = System.getProperty("user.name");
    Process install =
        new ProcessBuilder(
                "mariadb-install-db",
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--user=" + user,
                "--datadir=" + folder.resolve("data"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("install.log").toFile())
            .start();
    assertThat(install.waitFor()).as(() -> read(folder.resolve("install.log"))).isZero();
    server =
        new ProcessBuilder(
                program.toString(),
                "--no-defaults",
                "--user=" + user,
                "--datadir=" + folder.resolve("data"),
                "--socket=" + folder.resolve("s"),
                "--bind-address=127.0.0.1",
                "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    awaitServer();
  }

  @AfterAll
  static void stopServer() throws InterruptedException {
    if (server != null) {
      server.destroy();
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mariadb", "mysql"})
  void everyWayToRead_isMasked_andWithoutTheAgentItShows(String driver) throws SQLException {
    for (Jdk jdk : Jdks.all()) {
      Path config =
          ConfigFile.write(
              Layout.scratch(driver + " " + jdk),
              "rules:\n  - column: full_name\n    type: name\n");
      OtherDriversLeakIT.assertMasked(
          OtherDriversLeakIT.run(
              new ForkedJvm(jdk).verifyAll().agent("config=" + config), driver, fresh(driver)));
      OtherDriversLeakIT.assertRaw(
          OtherDriversLeakIT.run(new ForkedJvm(jdk), driver, fresh(driver)));
    }
  }

  /** The URL of an empty database. */
  private static String fresh(String driver) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists probe");
      statement.execute("create database probe");
    }
    return "jdbc:" + driver + "://127.0.0.1:" + port + "/probe";
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", "root", "");
  }

  private static void awaitServer() throws InterruptedException {
    for (int i = 0; i < 120; i++) {
      try (Connection connection = connect()) {
        return;
      } catch (SQLException notYet) {
        assertThat(server.isAlive()).as("mariadbd runs").isTrue();
        Thread.sleep(500);
      }
    }
    throw new AssertionError("mariadbd does not answer");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
