package dev.bauta.agent.instrumentation.tinylog;

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

class TinylogTest {

  private final TestAgent agent = TestAgent.of(new TinylogInstrumentation());

  static List<Path> jars() {
    return Libraries.jars("tinylog-impl-");
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyPart_isMasked(Path jar) throws Exception {
    String said = run(jar);

    assertThat(said)
        .contains(
            "plain [EMAIL]",
            "context [EMAIL]",
            "one [EMAIL]",
            "object [EMAIL] opensesame",
            "clean 42",
            ": [EMAIL]\n\tat ")
        .doesNotContain("ada@");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void rulesOfALogger_hold(Path jar) throws Exception {
    agent.masking().hidingIn(TinylogProbe.class.getName(), "opensesame");
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
    jars.add(Libraries.jar(jar.getFileName().toString().replace("impl", "api")));
    jars.add(jar);
    jars.add(Libraries.testClasses());
    try (RewritingLoader loader = agent.load(jars)) {
      @SuppressWarnings("unchecked")
      Function<Object, String> probe = loader.create(TinylogProbe.class.getName(), Function.class);
      return probe.apply(null);
    }
  }
}
