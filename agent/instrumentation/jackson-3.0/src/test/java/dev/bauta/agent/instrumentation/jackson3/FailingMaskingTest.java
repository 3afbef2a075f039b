package dev.bauta.agent.instrumentation.jackson3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestAgent;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masking that throws, as a broken rule or an exhausted stack would. */
final class FailingMaskingTest {

  @ParameterizedTest
  @ValueSource(strings = {"3.0.0", Versions.NEWEST})
  @SuppressWarnings("unchecked")
  void maskingThrows_nothingRawIsWrittenAndTheJsonIsValid(String version) {
    TestAgent agent = TestAgent.of(new Jackson3Instrumentation());
    Function<String, String> scenarios =
        agent
            .load(Versions.withTestClasses(version))
            .share("dev.bauta.annotations.")
            .create(Scenarios.class.getName(), Function.class);
    agent.masking().breaking();

    for (String scenario :
        new String[] {
          "fields",
          "record",
          "map",
          "map keys",
          "value class",
          "marked any-getter",
          "raw",
          "chars",
          "reader",
          "reader with length",
          "serializable",
          "utf-8",
          "escaped utf-8",
          "raw value",
          "raw value part",
          "raw value chars",
          "raw value serializable",
          "raw by key"
        }) {
      assertThat(scenarios.apply(scenario))
          .as(scenario)
          .doesNotContain("Ada", "ada", "123", "Exception");
    }
    assertThat(agent.masking().failures()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"smile", "cbor", "yaml", "buffer", "blackbird"})
  void withoutTheAgent_theValuesShow(String format) {
    String shown = Formats.apply(Formats.loader(TestAgent.of(), "3.0.4"), format);
    assertThat(shown).contains("Ada Lovelace");
    if (!format.equals("blackbird")) {
      assertThat(shown).contains("ada@example.com", "bob@example.com", "123");
    }
  }
}
