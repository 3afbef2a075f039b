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
import org.junit.jupiter.params.provider.ValueSource;

/** Smile, CBOR and YAML are written by generators of their own. */
final class FormatsTest {

  @ParameterizedTest
  @CsvSource({
    "2.12.7, smile", "2.22.4, smile",
    "2.12.7, cbor", "2.22.4, cbor",
    "2.12.7, yaml", "2.22.4, yaml"
  })
  void otherFormat_isMaskedAsJsonIs(String version, String format) {
    TestAgent agent = TestAgent.of(new JacksonInstrumentation());
    agent.masking().rule("ssn", "ssn");

    assertThat(run(agent, version, format))
        .isEqualTo(
            "{person={id=7, name=[NAME], age=null}, ssn=[[SSN], [[SSN]]], note=write to [EMAIL], "
                + "[EMAIL]=1}[to [EMAIL], to [EMAIL]]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smile", "cbor", "yaml"})
  void withoutTheAgent_theValuesShow(String format) {
    assertThat(run(TestAgent.of(), "2.22.4", format))
        .contains("Ada Lovelace", "ada@example.com", "bob@example.com", "123");
  }

  @SuppressWarnings("unchecked")
  private static String run(TestAgent agent, String version, String format) {
    List<Path> paths = new ArrayList<>(Versions.withTestClasses(version));
    for (String name : new String[] {"smile", "cbor", "yaml"}) {
      paths.add(Libraries.jar("jackson-dataformat-" + name + "-" + version + ".jar"));
    }
    paths.add(Libraries.jar("snakeyaml-" + (version.equals("2.12.7") ? "1.27" : "2.5") + ".jar"));
    RewritingLoader loader = agent.load(paths).share("dev.bauta.annotations.");
    String found =
        (String) loader.create(FormatScenarios.class.getName(), Function.class).apply(format);
    assertThat(loader.rewritten().values()).allSatisfy(r -> assertThat(r.missing()).isEmpty());
    return found.replace('"', '\'');
  }
}
