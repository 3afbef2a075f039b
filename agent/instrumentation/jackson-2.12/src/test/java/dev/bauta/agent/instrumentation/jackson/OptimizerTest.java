package dev.bauta.agent.instrumentation.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blackbird and Afterburner replace the writers of properties with their own. */
final class OptimizerTest {

  private static final TestAgent AGENT = TestAgent.of(new JacksonInstrumentation());

  @ParameterizedTest
  @CsvSource({
    "2.12.7, blackbird", "2.17.3, blackbird", "2.22.4, blackbird",
    "2.12.7, afterburner", "2.17.3, afterburner", "2.22.4, afterburner"
  })
  @SuppressWarnings("unchecked")
  void annotatedMember_isMaskedAndTheOthersStayOptimized(String version, String module) {
    List<Path> paths = new ArrayList<>(Versions.withTestClasses(version));
    paths.add(Libraries.jar("jackson-module-blackbird-" + version + ".jar"));
    paths.add(Libraries.jar("jackson-module-afterburner-" + version + ".jar"));
    RewritingLoader loader = AGENT.load(paths).share("dev.bauta.annotations.");

    String json =
        (String) loader.create(OptimizedScenarios.class.getName(), Function.class).apply(module);

    assertThat(json.replace('"', '\''))
        .startsWith("{'id':7,'name':'[NAME]','untyped':'[PII]','none':null}")
        .contains("'name':'[NAME]'")
        .contains("'member':null");
    assertThat(loader.rewritten().values()).allSatisfy(r -> assertThat(r.missing()).isEmpty());
  }
}
