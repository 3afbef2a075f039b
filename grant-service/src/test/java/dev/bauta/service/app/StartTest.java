package dev.bauta.service.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.service.store.Engine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StartTest {
  @TempDir Path folder;

  @Test
  void firstStart_makesKeysForTheirOwnerAlone_andTheSecondKeepsThem() throws IOException {
    String key;
    try (RunningService first = RunningService.start(folder)) {
      key = Files.readString(first.data().resolve("keys/grants.pub"));
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(first.data().resolve("keys/grants.key"))))
          .isEqualTo("rw-------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(first.data().resolve("keys/audit.key"))))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.data())))
          .isEqualTo("rwx------");
    }
    try (RunningService second = RunningService.again(folder)) {
      assertThat(Files.readString(second.data().resolve("keys/grants.pub"))).isEqualTo(key);
    }
  }

  @Test
  void secondService_onTheSameFolder_doesNotStart() {
    try (RunningService first = RunningService.start(folder)) {
      assertThatThrownBy(() -> RunningService.again(folder).close())
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("Another service works on");
      assertThat(first.get(null, "/health").status()).isEqualTo(200);
    }
  }

  @Test
  void postgres_isUsedByConfiguration() {
    String url = Engine.newSchema();
    try (RunningService service =
        RunningService.start(
            folder, "database: {url: '" + url + "', user: postgres, password: postgres}")) {
      String id = service.approved();
      assertThat(service.get("grace", "/api/v1/requests/" + id).json().path("state").asText())
          .isEqualTo("APPROVED");
      assertThat(service.data().resolve("bauta.db")).doesNotExist();
    }
    assertThat(run("audit", "verify", "--config", folder.resolve("service.yaml").toString()))
        .startsWith("0: The audit log is sound");
  }

  @Test
  void tokensMadeOnTheCommandLine_areTaken_whileTheServiceRuns_andOnlyTheirHashIsKept()
      throws IOException {
    try (RunningService service =
        RunningService.start(
            folder, "service-accounts: [{name: console, scopes: ['requests:read']}]")) {
      String out =
          run(
              "tokens",
              "create",
              "--config",
              folder.resolve("service.yaml").toString(),
              "--person",
              "grace",
              "--agent",
              "desk-agents",
              "--account",
              "console");
      assertThat(out).startsWith("0: ");
      String[] tokens = out.substring(3).split("\\R");
      assertThat(tokens).hasSize(3).allMatch(t -> t.matches("bauta_[A-Za-z0-9_-]{43}"));
      assertThat(
              service
                  .get(null, "/api/v1/requests", "Authorization", "Bearer " + tokens[0])
                  .status())
          .isEqualTo(200);
      assertThat(
              service
                  .get(null, "/api/v1/requests", "Authorization", "Bearer " + tokens[1])
                  .status())
          .isEqualTo(401);
      assertThat(
              service
                  .get(
                      null,
                      "/agent/v1/grants?service=desk&environment=production",
                      "Authorization",
                      "Bearer " + tokens[1])
                  .status())
          .isEqualTo(200);
      String account = "Bearer " + tokens[2];
      assertThat(service.get(null, "/api/v1/requests", "Authorization", account).status())
          .isEqualTo(200);
      assertThat(service.get(null, "/api/v1/audit", "Authorization", account).status())
          .isEqualTo(403);
      assertThat(service.get("ada", "/api/v1/audit").text()).contains("token.created");
      assertNowhere(tokens[0]);
    }
    assertThat(
            run(
                "tokens",
                "create",
                "--config",
                folder.resolve("service.yaml").toString(),
                "--person",
                "eve"))
        .startsWith("2: There is no person 'eve'");
  }

  @Test
  void restoredBackup_startsANewEpoch_andTheCutOffLogIsNotAcceptedSilently() throws Exception {
    Path database = folder.resolve("bauta-data/bauta.db");
    Path backup = folder.resolve("backup.db");
    long epoch;
    try (RunningService service = RunningService.start(folder)) {
      service.approved();
    }
    Files.copy(database, backup);
    try (RunningService service = RunningService.again(folder)) {
      service.approved();
      epoch = epoch(service);
    }
    Files.deleteIfExists(folder.resolve("bauta-data/bauta.db-wal"));
    Files.deleteIfExists(folder.resolve("bauta-data/bauta.db-shm"));
    Files.copy(backup, database, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> RunningService.again(folder).close())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("records are missing");
    Files.move(folder.resolve("bauta-data/checkpoints.txt"), folder.resolve("old-checkpoints.txt"));
    try (RunningService service = RunningService.again(folder)) {
      assertThat(epoch(service)).isGreaterThan(epoch);
      assertThat(service.get("ada", "/api/v1/audit").text()).contains("grants.epoch");
    }
  }

  @Test
  void auditVerify_findsAChangedRecord_offline() throws SQLException {
    try (RunningService service = RunningService.start(folder)) {
      service.approved();
    }
    String data = folder.resolve("bauta-data").toString();
    assertThat(run("audit", "verify", "--data", data))
        .matches("0: The audit log is sound: 3 records, [123] signed checkpoints agree, root .*");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data + "/bauta.db");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update audit_record set record = replace(record, 'linus', 'alan') where record like '%linus%'");
    }
    assertThat(run("audit", "verify", "--data", data))
        .startsWith("1: WRONG: record 2 does not have the hash")
        .contains("NOT sound");
    assertThat(run("audit", "verify", "--data", folder.toString()))
        .startsWith("2: ")
        .contains("name it with --key");
    assertThatThrownBy(() -> RunningService.again(folder).close())
        .hasMessageContaining("is not sound");
  }

  private static long epoch(RunningService service) {
    String etag =
        service
            .get("desk-agents", "/agent/v1/grants?service=desk&environment=production")
            .headers()
            .get("etag")
            .get(0);
    return Long.parseLong(etag.replaceAll("\"|\\..*", ""));
  }

  private void assertNowhere(String secret) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain(secret);
      }
    }
  }

  /** Exit code and output of a command, run as from a shell. */
  private static String run(String... args) {
    StringWriter text = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(text));
    line.setErr(new PrintWriter(text));
    int code = line.execute(args);
    return code + ": " + text.toString().strip();
  }
}
