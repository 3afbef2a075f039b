package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.OtherDriversProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No planted value comes out of SQLite, HSQLDB, Derby and, where it is installed, MariaDB. */
class OtherDriversLeakIT {

  private static final String RULES = "rules:\n  - column: full_name\n    type: name\n";

  /** A database in the process. */
  record Case(Jdk jdk, String driver, String url) {
    @Override
    public String toString() {
      return driver + " on " + jdk;
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdks.all()) {
      cases.add(new Case(jdk, "sqlite", "jdbc:sqlite::memory:"));
      cases.add(new Case(jdk, "hsqldb", "jdbc:hsqldb:mem:probe"));
      cases.add(new Case(jdk, "derby", "jdbc:derby:memory:probe;create=true"));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyWayToRead_isMasked(Case tried) {
    Path config = ConfigFile.write(Layout.scratch(tried.toString()), RULES);
    Outcome outcome =
        run(
            new ForkedJvm(tried.jdk()).verifyAll().agent("config=" + config),
            tried.driver(),
            tried.url());

    assertMasked(outcome);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void withoutTheAgent_everyWayShowsItsValue(Case tried) {
    assertRaw(run(new ForkedJvm(tried.jdk()), tried.driver(), tried.url()));
  }

  static void assertMasked(Outcome outcome) {
    assertThat(outcome.exit()).as(outcome.text()).isZero();
    Leaks.assertMasked(OtherDriversProbe.channels(), outcome.out());
    assertThat(outcome.text())
        .contains("rule: [NAME] harmless: a harmless text", "probe done")
        .doesNotContain("Wilhelmina", "VerifyError", "NOT PROTECTED");
  }

  static void assertRaw(Outcome outcome) {
    assertThat(outcome.exit()).as(outcome.text()).isZero();
    for (String channel : OtherDriversProbe.channels()) {
      assertThat(Leaks.found(List.of(channel), outcome.out())).as(channel).isNotEmpty();
    }
  }

  static Outcome run(ForkedJvm jvm, String driver, String url) {
    return jvm.property("derby.stream.error.file", "target/derby.log")
        .classPath(Layout.probes())
        .classPath(Layout.library(driver))
        .run(OtherDriversProbe.class, url, "root", "");
  }
}
