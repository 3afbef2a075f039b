package dev.bauta.agent.instrumentation.jbosslogmanager;

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

class JBossLogManagerTest {

  private final TestAgent agent = TestAgent.of(new JBossLogManagerInstrumentation());

  static List<Path> jars() {
    return Libraries.jars("jboss-logmanager-");
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyPart_isMasked_andFormattedAsBefore(Path jar) throws Exception {
    agent.masking().rule("token", "secret");
    String said = run(jar);

    assertThat(said)
        .contains("plain [EMAIL]", "numbered [EMAIL] it's", "ndc ndc [EMAIL]", "mdc [EMAIL]")
        .contains("token=[SECRET]")
        .contains("printf [EMAIL] and 7, braces {0} style PRINTF")
        .contains("clean printf nobody and 00007, braces {0} style PRINTF")
        .contains("raw [EMAIL] {0} %s style NO_FORMAT")
        .contains("thrown java.lang.IllegalStateException: [EMAIL]")
        .contains("clean 42 style MESSAGE_FORMAT")
        .doesNotContain("ada@", "opensesame");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void anErrorOfOurs_hidesTheValues(Path jar) throws Exception {
    agent.masking().breaking();
    assertThat(run(jar)).contains("[MASKED]").doesNotContain("ada@", "opensesame");
  }

  private String run(Path jar) throws Exception {
    List<Path> jars = new ArrayList<>(Libraries.jars("smallrye-common-"));
    jars.addAll(Libraries.jars("wildfly-common-"));
    jars.add(jar);
    jars.add(Libraries.testClasses());
    try (RewritingLoader loader = agent.load(jars)) {
      @SuppressWarnings("unchecked")
      Function<Object, String> probe = loader.create(RecordsProbe.class.getName(), Function.class);
      return probe.apply(null);
    }
  }
}
