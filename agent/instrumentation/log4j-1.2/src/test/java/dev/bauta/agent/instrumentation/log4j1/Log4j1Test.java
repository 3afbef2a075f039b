package dev.bauta.agent.instrumentation.log4j1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Log4j1Test {

  static List<Path> jdks() {
    return ForkedJvm.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyWayToLog_showsNoCanary(Path jdk) {
    ForkedJvm.Run run = ForkedJvm.withAgent(jdk, Log4j1Scenario.class);

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("finished", "message [EMAIL]", "object [EMAIL]", "main")
        .contains("java.lang.IllegalArgumentException: [EMAIL]")
        .doesNotContain("canary-");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void withoutAgent_theScenarioShowsItsCanaries(Path jdk) {
    String output = ForkedJvm.plain(jdk, Log4j1Scenario.class).output();
    for (String channel : List.of("message", "object", "thrown", "cause", "mdc", "ndc")) {
      assertThat(output).contains("canary-" + channel + "@example.com");
    }
  }
}
