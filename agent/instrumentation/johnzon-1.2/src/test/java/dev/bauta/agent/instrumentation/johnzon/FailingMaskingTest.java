package dev.bauta.agent.instrumentation.johnzon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import org.junit.jupiter.api.Test;

/** Masking that throws, as a broken rule or an exhausted stack would; and no masking at all. */
final class FailingMaskingTest {

  private static final String VERSIONS = "2.0.2";

  @Test
  void maskingThrows_nothingRawIsWritten() {
    TestAgent broken = TestAgent.of(new JohnzonInstrumentation());
    RewritingLoader loader = Versions.loader(broken, VERSIONS);
    broken.masking().breaking();
    for (String scenario :
        new String[] {"fields", "getters", "map", "map keys", "tree", "class", "string"}) {
      assertThat(Versions.run(loader, scenario))
          .as(scenario)
          .doesNotContain("Ada", "ada", "Lovelace", "123", "Lane", "Exception", "Error");
    }
    assertThat(broken.masking().failures()).isNotEmpty();
  }

  @Test
  void withoutTheAgent_theValuesShow() {
    RewritingLoader loader = Versions.loader(TestAgent.of(), VERSIONS);
    assertThat(Versions.run(loader, "fields")).contains("Ada Lovelace");
    assertThat(Versions.run(loader, "getters")).contains("Ada", "Lovelace", "36");
    assertThat(Versions.run(loader, "map")).contains("123", "ada@example.com");
    assertThat(Versions.run(loader, "map keys")).contains("ada@example.com");
    assertThat(Versions.run(loader, "generator")).contains("123", "bob@example.com");
    assertThat(Versions.run(loader, "string")).contains("ada@example.com");
  }
}
