package dev.bauta.agent.instrumentation.javalogging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's own classes, retransformed, on every JDK that is installed. */
class JavaLoggingTest {

  static List<Path> jdks() {
    return ForkedJvm.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyWayToLog_showsNoCanary(Path jdk) {
    ForkedJvm.Run run = ForkedJvm.withAgent(jdk, JavaLoggingScenario.class);

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("finished")
        .doesNotContain("canary-", "4111111111111111", "4,111,111,111,111,111")
        .contains("message [EMAIL]", "supplied [EMAIL]", "one [EMAIL]", "two fine [EMAIL]")
        .contains("system [EMAIL]", "lazy [EMAIL]", "direct [EMAIL]", "list [[EMAIL]]")
        .contains("java.lang.IllegalArgumentException: [EMAIL]")
        .contains("Caused by: java.lang.IllegalStateException: [EMAIL]")
        .contains("Suppressed: java.lang.RuntimeException: [EMAIL]")
        .contains("JavaLoggingScenario.failure(JavaLoggingScenario.java:")
        .contains("java.lang.IllegalStateException: harmless trouble");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void recordLoggedTwice_isMaskedOnce(Path jdk) {
    assertThat(ForkedJvm.withAgent(jdk, JavaLoggingScenario.class).output())
        .contains("same thrown: true", "application's array: true");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void withoutAgent_theScenarioShowsItsCanaries(Path jdk) {
    String output = ForkedJvm.plain(jdk, JavaLoggingScenario.class).output();
    for (String channel :
        List.of(
            "message",
            "supplied",
            "one",
            "two",
            "list",
            "map",
            "logp",
            "entering",
            "exiting",
            "throwing",
            "thrown-root",
            "thrown-closing",
            "system",
            "platform",
            "direct")) {
      assertThat(output).contains("canary-" + channel + "@example.com");
    }
  }
}
