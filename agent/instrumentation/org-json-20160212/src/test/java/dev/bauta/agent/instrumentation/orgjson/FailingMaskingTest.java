package dev.bauta.agent.instrumentation.orgjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masking that throws, as a broken rule or an exhausted stack would; and no masking at all. */
final class FailingMaskingTest {

  @ParameterizedTest
  @ValueSource(strings = {"20160212", "20251224"})
  void maskingThrows_nothingRawIsWritten(String version) {
    TestAgent broken = TestAgent.of(new OrgJsonInstrumentation());
    RewritingLoader loader = Versions.loader(broken, version);
    broken.masking().breaking();
    for (String scenario :
        new String[] {"bean", "key", "content", "name", "array", "list", "stringer"}) {
      assertThat(Versions.run(loader, scenario))
          .as(scenario)
          .doesNotContain("Ada", "ada", "36", "123", "Exception", "Error");
    }
    assertThat(broken.masking().failures()).isNotEmpty();
  }

  @Test
  void withoutTheAgent_theValuesShow() {
    RewritingLoader loader = Versions.loader(TestAgent.of(), "20251224");
    assertThat(Versions.run(loader, "bean")).contains("Ada Lovelace", "36");
    assertThat(Versions.run(loader, "key")).contains("123");
    assertThat(Versions.run(loader, "content")).contains("ada@example.com");
    assertThat(Versions.run(loader, "name")).contains("ada@example.com");
    assertThat(Versions.run(loader, "list")).contains("'1'");
    assertThat(Versions.run(loader, "stringer")).contains("ada@example.com");
  }
}
