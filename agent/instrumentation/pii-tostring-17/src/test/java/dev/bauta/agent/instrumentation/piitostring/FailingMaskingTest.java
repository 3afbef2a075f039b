package dev.bauta.agent.instrumentation.piitostring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.TestAgent;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Masking that throws, as a broken rule or an exhausted stack would. */
final class FailingMaskingTest {

  @Test
  @SuppressWarnings("unchecked")
  void maskingThrows_nothingRawIsShown() {
    TestAgent agent = TestAgent.of(new PiiToStringInstrumentation());
    Function<String, Object> samples =
        agent
            .load(Libraries.testClasses())
            .share("dev.bauta.annotations.")
            .create(Samples.class.getName(), Function.class);
    agent.masking().breaking();

    for (String name :
        new String[] {"record", "concatenation", "builder", "format", "helper", "enum", "lambda"}) {
      assertThat(samples.apply(name).toString())
          .as(name)
          .doesNotContain("Ada", "36", "1815")
          .contains("[MASKED]");
    }
    assertThat(agent.masking().failures()).isNotEmpty();
  }
}
