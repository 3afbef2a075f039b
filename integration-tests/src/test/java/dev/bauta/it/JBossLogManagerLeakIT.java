package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No planted value comes out of JBoss LogManager, and it is the log manager that was chosen. */
class JBossLogManagerLeakIT {

  // By name: the library is not on the class path of the tests, whose log manager it would be.
  private static final String PROBE = "dev.bauta.it.probe.JBossLogManagerProbe";
  private static final String MANAGER = "org.jboss.logmanager.LogManager";

  private static final List<String> CHANNELS =
      List.of(
          "message",
          "parameter",
          "printf",
          "nested",
          "mdc",
          "platform",
          "throwable",
          "cause",
          "suppressed",
          "deep");

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyChannel_isMasked_andTheLogManagerIsTheirs(Jdk jdk) throws IOException {
    Path file = Layout.scratch("jboss log " + jdk).resolve("later.log");
    Outcome outcome = run(new ForkedJvm(jdk).verifyAll().agent("requireProtected=true"), file);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.out()).contains("manager class " + MANAGER, "probe done");
    assertThat(outcome.text()).doesNotContain("VerifyError", "UNPROTECTED", "WARNING");
    for (String formatted : List.of(text(outcome), json(outcome), Files.readString(file))) {
      Leaks.assertMasked(CHANNELS, formatted);
    }
    Leaks.assertNone(CHANNELS, outcome.text());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void withoutTheAgent_everyChannelShowsItsValue(Jdk jdk) throws IOException {
    Path file = Layout.scratch("jboss log raw " + jdk).resolve("later.log");
    Outcome outcome = run(new ForkedJvm(jdk), file);

    for (String channel : CHANNELS) {
      for (String formatted : List.of(text(outcome), json(outcome), Files.readString(file))) {
        assertThat(Leaks.found(List.of(channel), formatted)).as(channel).isNotEmpty();
      }
    }
  }

  private static String text(Outcome outcome) {
    return String.join(
        "\n", outcome.out().lines().filter(line -> !line.startsWith("{\"timestamp")).toList());
  }

  private static String json(Outcome outcome) {
    return String.join(
        "\n", outcome.out().lines().filter(line -> line.startsWith("{\"timestamp")).toList());
  }

  private static Outcome run(ForkedJvm jvm, Path file) {
    return jvm.property("java.util.logging.manager", MANAGER)
        .classPath(Layout.probes())
        .classPath(Layout.library("jboss-logmanager"))
        .run(PROBE, file);
  }
}
