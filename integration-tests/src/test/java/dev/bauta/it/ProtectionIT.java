package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.LateLogbackProbe;
import dev.bauta.it.probe.LogbackProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of a sink's protection is said aloud, and in time. */
class ProtectionIT {

  private static final String LIBRARY = "logback-1.5.21";

  @Test
  void aLibraryThatIsUsedLate_isProvenAtItsFirstUse() {
    Outcome outcome =
        new ForkedJvm(Jdks.oldest())
            .agent()
            .classPath(Layout.probes())
            .classPath(Layout.library(LIBRARY))
            .run(LateLogbackProbe.class);

    assertThat(outcome.out()).as(outcome.text()).contains("probe done");
    Leaks.assertNone(List.of("late"), outcome.text());
    String err = outcome.err();
    assertThat(err.indexOf("logback-1.2 (proven)"))
        .as(err)
        .isBetween(err.indexOf("first use"), err.indexOf("a moment later"));
    assertThat(err).doesNotContain("UNPROTECTED");
  }

  @Test
  void anUnknownShape_isReported_andTheApplicationGoesOn() {
    Outcome outcome = run("unknown shape", "observe.report=%s");

    assertThat(outcome.out()).as(outcome.text()).contains("probe done");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err())
        .contains(
            "[bauta] UNPROTECTED: log of logback-1.2: hook point missing: [ch/qos/logback/classic/Logger: callAppenders]");
  }

  @Test
  void anUnknownShape_endsTheJvmBeforeItLogs_whereProtectionIsRequired() {
    Outcome outcome = run("unknown shape required", "requireProtected=true,observe.report=%s");

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(1);
    assertThat(outcome.out()).doesNotContain("probe done");
    assertThat(outcome.err())
        .contains(
            "[bauta] UNPROTECTED: log of logback-1.2: hook point missing: [ch/qos/logback/classic/Logger: callAppenders]")
        .contains("because of requireProtected=true");
    Leaks.assertNone(LogbackProbe.channels(), outcome.text());
  }

  @Test
  void whereTheSinkIsOnlyObserved_protectionIsNotRequiredOfIt() {
    Outcome outcome =
        run("unknown shape observed", "requireProtected=true,sinks.log=observe,observe.report=%s");

    assertThat(outcome.out()).as(outcome.text()).contains("probe done");
  }

  @Test
  void theKnownShape_runsWhereProtectionIsRequired() {
    Outcome outcome =
        new ForkedJvm(Jdks.oldest())
            .agent("requireProtected=true")
            .classPath(Layout.probes())
            .classPath(Layout.library(LIBRARY))
            .run(LogbackProbe.class, "fluent");

    assertThat(outcome.out()).as(outcome.text()).contains("probe done");
  }

  private static Outcome run(String name, String options) {
    Path folder = Layout.scratch(name);
    List<Path> altered =
        AlteredLibrary.of(
            Layout.library(LIBRARY),
            "logback-classic",
            "ch/qos/logback/classic/Logger",
            "callAppenders",
            folder);
    return new ForkedJvm(Jdks.oldest())
        .agent(options.formatted(folder.resolve("report")))
        .classPath(Layout.probes())
        .classPath(altered)
        .run(LateLogbackProbe.class);
  }
}
