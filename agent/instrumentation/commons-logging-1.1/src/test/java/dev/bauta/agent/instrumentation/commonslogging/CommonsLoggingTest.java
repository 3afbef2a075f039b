package dev.bauta.agent.instrumentation.commonslogging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommonsLoggingTest {

  private final TestAgent agent = TestAgent.of(new CommonsLoggingInstrumentation());

  static List<Path> jars() {
    return Libraries.jars("commons-logging-");
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyPart_isMasked(Path jar) throws Exception {
    String said = run(jar);

    assertThat(said)
        .contains(
            "plain [EMAIL]",
            "object [EMAIL] opensesame",
            "clean 42",
            "IllegalStateException: [EMAIL]")
        .doesNotContain("ada@");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void rulesOfALogger_hold(Path jar) throws Exception {
    agent.masking().hidingIn("probe.log", "opensesame");
    assertThat(run(jar)).contains("[LOGGER]").doesNotContain("opensesame");
  }

  @ParameterizedTest
  @MethodSource("jars")
  void anErrorOfOurs_hidesTheValues(Path jar) throws Exception {
    agent.masking().breaking();
    assertThat(run(jar)).contains("[MASKED]").doesNotContain("ada@");
  }

  private String run(Path jar) throws Exception {
    List<Path> jars = new ArrayList<>();
    jars.add(jar);
    jars.add(Libraries.testClasses());
    try (RewritingLoader loader = agent.load(jars)) {
      @SuppressWarnings("unchecked")
      Function<Object, String> probe =
          loader.create(CommonsLoggingProbe.class.getName(), Function.class);
      return probe.apply(null);
    }
  }
}
