package dev.bauta.agent.instrumentation.fastjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masking that throws, as a broken rule or an exhausted stack would; and no masking at all. */
final class FailingMaskingTest {

  @ParameterizedTest
  @ValueSource(strings = {"1.2.24", "1.2.83"})
  void maskingThrows_nothingRawIsWritten(String version) {
    TestAgent broken = TestAgent.of(new FastjsonInstrumentation());
    RewritingLoader loader = Versions.loader(broken, version);
    broken.masking().breaking();
    for (String scenario :
        new String[] {
          "fields",
          "getters",
          "map",
          "map keys",
          "object",
          "class",
          "plain as bytes",
          "string list",
          "wide as bytes"
        }) {
      assertThat(Versions.run(loader, scenario))
          .as(scenario)
          .doesNotContain("Ada", "ada", "Lovelace", "123", "Lane", "Exception", "Error");
    }
    assertThat(broken.masking().failures()).isNotEmpty();
  }

  @Test
  void withoutTheAgent_theValuesShow() {
    RewritingLoader loader = Versions.loader(TestAgent.of(), "1.2.83");
    assertThat(Versions.run(loader, "fields")).contains("Ada Lovelace");
    assertThat(Versions.run(loader, "getters")).contains("Ada", "Lovelace", "36");
    assertThat(Versions.run(loader, "class")).contains("Lane 1", "12");
    assertThat(Versions.run(loader, "plain as bytes")).contains("ada@example.com");
    assertThat(Versions.run(loader, "map")).contains("123", "ada@example.com");
    assertThat(Versions.run(loader, "map keys")).contains("ada@example.com");
  }
}
