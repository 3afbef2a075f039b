package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The caches that sessions share: what one person may see reaches nobody else through them, masked
 * values are never stored, and where rows are not masked they work as ever.
 */
class SharedCacheIT {

  private static final String RULES = "rules:\n  - column: full_name\n    type: name\n";

  /** A mapper and where its libraries are. */
  record Case(Jdk jdk, String mapper, String application) {
    @Override
    public String toString() {
      return mapper + " of " + application + " on " + jdk;
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdks.all()) {
      cases.add(new Case(jdk, "hibernate", "orm-hibernate-5"));
      cases.add(new Case(jdk, "hibernate", "orm"));
      cases.add(new Case(jdk, "hibernate", "orm-hibernate-7"));
      cases.add(new Case(jdk, "eclipselink", "orm"));
      cases.add(new Case(jdk, "mybatis", "orm"));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rawIsForTheOneWhoMay_andMaskedIsNeverStored(Case tried) throws SQLException {
    Path folder = Layout.scratch("caches " + tried);
    Outcome raw = run(new ForkedJvm(tried.jdk()), tried, folder.resolve("raw"));
    assertThat(raw.out().lines())
        .as(raw.text())
        .contains("nobody, first: raw", "read again from the cache", "done");

    TestGrants grants = new TestGrants();
    String token = grants.sign(grants.snapshot(TestGrants.grant("email", "grace")));
    try (StubGrantServer server = new StubGrantServer(token)) {
      ForkedJvm jvm = new ForkedJvm(tried.jdk()).agent("config=" + ConfigFile.write(folder, RULES));
      grants.agentProperties(server, folder).forEach(jvm::property);
      Outcome masked = run(jvm, tried, folder.resolve("masked"));

      assertThat(masked.out().lines())
          .as(masked.text())
          .containsExactly(
              "nobody, first: masked",
              "grace, second: raw",
              "nobody, third: masked",
              "grace, first: raw",
              "nobody, second: masked",
              "grace, by query: raw",
              "nobody, by query: masked",
              "saved by grace: masked",
              "saved by nobody: raw",
              "inserted raw: masked",
              "statuses: by grace, twice",
              "read again from the database",
              "done");
      assertThat(masked.text()).doesNotContain("NOT PROTECTED", "VerifyError");
    }
    assertThat(table(folder.resolve("masked")))
        .isEqualTo(table(folder.resolve("raw")))
        .contains("2|Grace Hopper|grace@example.com|*** urgent ***|twice");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whereRowsAreNotMasked_theCacheWorksAsEver(Case tried) {
    Path folder = Layout.scratch("caches tracked " + tried);
    ForkedJvm jvm = new ForkedJvm(tried.jdk()).agent("sinks.jdbc=track");
    Outcome tracked = run(jvm, tried, folder.resolve("tracked"));

    assertThat(tracked.out().lines())
        .as(tracked.text())
        .contains("nobody, first: raw", "read again from the cache", "done");
  }

  private static Outcome run(ForkedJvm jvm, Case tried, Path database) {
    return jvm.classPath(Layout.app("orm", "classes"))
        .classPath(Layout.jars(Layout.app(tried.application(), "lib")))
        .classPath(Layout.annotations())
        .run("dev.bauta.it.orm.Caches", tried.mapper(), url(database));
  }

  /** Read here, where there is no agent. */
  private static List<String> table(Path database) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url(database));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select id, full_name, mail, note, status from persons order by id")) {
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= 5; column++) {
          values.add(String.valueOf(rows.getString(column)));
        }
        lines.add(String.join("|", values));
      }
    }
    return lines;
  }

  private static String url(Path database) {
    return "jdbc:h2:file:" + database.toAbsolutePath();
  }
}
