package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.JdbcProbe;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No planted value comes out of a result set, and none is lost in the database. */
class JdbcLeakIT {

  private static final String RULES =
      """
      rules:
        - column: full_name
          type: name
        - column: born
          type: date-of-birth
        - column: pin
          type: pin
          numeric: true
      """;

  private static final List<String> H2 = List.of("2.1.214", "2.2.224", "2.4.240", "2.5.252");
  private static final List<String> POSTGRESQL = List.of("42.2.29", "42.5.6", "42.7.14");

  private static EmbeddedPostgres postgresql;

  /** A driver, in one version, with or without the pool before it. */
  record Case(Jdk jdk, String driver, String version, boolean pooled) {
    String url() {
      return driver.equals("h2")
          ? "jdbc:h2:mem:probe"
          : postgresql.getJdbcUrl("postgres", "postgres");
    }

    List<Path> jars() {
      List<Path> jars = new ArrayList<>(Layout.library(driver + "-" + version));
      jars.addAll(Layout.library("hikari-7.1.0"));
      return jars;
    }

    @Override
    public String toString() {
      return driver + " " + version + (pooled ? " pooled" : "") + " on " + jdk;
    }
  }

  @BeforeAll
  static void startPostgresql() throws IOException {
    postgresql = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stopPostgresql() throws IOException {
    postgresql.close();
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdks.all()) {
      add(cases, jdk, "h2", H2);
      add(cases, jdk, "postgresql", POSTGRESQL);
    }
    return cases;
  }

  private static void add(List<Case> cases, Jdk jdk, String driver, List<String> versions) {
    for (String version : versions) {
      boolean newest = version.equals(versions.get(versions.size() - 1));
      if (jdk == Jdks.oldest() || newest || Layout.fullMatrix()) {
        cases.add(new Case(jdk, driver, version, newest));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyGetter_isMasked_andTheDataStaysWhole(Case tried) {
    Path config = ConfigFile.write(Layout.scratch(tried.toString()), RULES);
    Outcome outcome = run(new ForkedJvm(tried.jdk()).agent("config=" + config), tried);

    assertThat(outcome.text()).contains("probe done");
    assertThat(outcome.exit()).isZero();
    Leaks.assertMasked(JdbcProbe.channels(), outcome.out());
    assertThat(outcome.text())
        .doesNotContain("Wilhelmina", "1984-03-02", "7391")
        .contains("rule name: [NAME]", "rule name object: [NAME]", "rule number: 0 null")
        .contains("harmless: a harmless text", "null: null true")
        .contains("closed half-way: SQLException", "after it: mail n***@halfway-channel.com")
        .contains("intact: 1");
  }

  @Test
  void withoutTheAgent_everyGetterShowsItsValue() {
    for (String driver : List.of("h2", "postgresql")) {
      String newest = driver.equals("h2") ? "2.5.252" : "42.7.14";
      Case tried = new Case(Jdks.oldest(), driver, newest, false);
      Outcome outcome = run(new ForkedJvm(tried.jdk()), tried);

      for (String channel : JdbcProbe.channels()) {
        assertThat(Leaks.found(List.of(channel), outcome.out())).as(channel).isNotEmpty();
      }
      assertThat(outcome.out())
          .contains("rule name: Wilhelmina Needle", "rule date: 1984-03-02 1984-03-02")
          .contains("rule number: 7391 7391", "intact: 1");
    }
  }

  private static Outcome run(ForkedJvm jvm, Case tried) {
    return jvm.classPath(Layout.probes())
        .classPath(tried.jars())
        .run(
            JdbcProbe.class,
            tried.url(),
            tried.driver().equals("h2") ? "sa" : "postgres",
            tried.driver().equals("h2") ? "" : "postgres",
            tried.pooled() ? "hikari" : "direct");
  }
}
