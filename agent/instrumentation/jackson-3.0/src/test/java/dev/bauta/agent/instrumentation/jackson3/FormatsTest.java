package dev.bauta.agent.instrumentation.jackson3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Smile, CBOR, YAML, buffers of tokens, and Blackbird's writers of properties. */
final class FormatsTest {

  private static final TestAgent AGENT = TestAgent.of(new Jackson3Instrumentation());
  private static final Map<String, RewritingLoader> LOADERS = new ConcurrentHashMap<>();

  static {
    AGENT.masking().rule("ssn", "ssn");
  }

  @ParameterizedTest
  @CsvSource({
    "3.0.4, smile",
    "3.2.4, smile",
    "3.0.4, cbor",
    "3.2.4, cbor",
    "3.0.4, yaml",
    "3.2.4, yaml"
  })
  void otherFormat_isMaskedAsJsonIs(String version, String format) {
    assertThat(run(version, format))
        .isEqualTo(
            "{'person':{'id':7,'name':'[NAME]','age':null},"
                + "'ssn':['[SSN]'],'note':'write to [EMAIL]','[EMAIL]':1,'long':'x... [EMAIL]'}"
                + "['to [EMAIL]','to [EMAIL]']");
  }

  @ParameterizedTest
  @CsvSource({"3.0.4, smile bytes", "3.2.4, smile bytes", "3.0.4, cbor bytes", "3.2.4, cbor bytes"})
  void utf8TextOfABinaryFormat_isMasked(String version, String format) {
    assertThat(run(version, format)).isEqualTo("['to [EMAIL]','[EMAIL]']");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.4", "3.2.4"})
  void bufferOfTokens_isMaskedWhenItIsWritten(String version) {
    assertThat(run(version, "buffer"))
        .isEqualTo(
            "{'ssn':'[SSN]','note':'to [EMAIL]','[EMAIL]':{'id':7,'name':'[NAME]','age':null}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.4", "3.2.4"})
  void whatTheApplicationReads_isUntouchedAlsoThroughABuffer(String version) {
    assertThat(run(version, "round trip")).isEqualTo("123ada@example.com2123a@b.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.4"})
  void blackbird_leavesAnnotatedMembersToUs(String version) {
    assertThat(run(version, "blackbird"))
        .startsWith("[{'id':7,'name':'[NAME]','none':null,'untyped':'[PII]'}")
        .contains("'name':'[NAME]'")
        .contains("'member':null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smile", "cbor", "yaml", "buffer", "blackbird"})
  void withoutTheAgent_theValuesShow(String format) {
    String shown = run(TestAgent.of(), "3.0.4", format);
    assertThat(shown).contains("Ada Lovelace");
    if (!format.equals("blackbird")) {
      assertThat(shown).contains("ada@example.com", "bob@example.com", "123");
    }
    TestAgent.of(new Jackson3Instrumentation());
  }

  private static String run(String version, String format) {
    return apply(LOADERS.computeIfAbsent(version, v -> loader(AGENT, v)), format);
  }

  private static String run(TestAgent agent, String version, String format) {
    return apply(loader(agent, version), format);
  }

  @SuppressWarnings("unchecked")
  private static String apply(RewritingLoader loader, String format) {
    String found =
        (String) loader.create(FormatScenarios.class.getName(), Function.class).apply(format);
    assertThat(loader.rewritten().values()).allSatisfy(r -> assertThat(r.missing()).isEmpty());
    return found.replace('"', '\'');
  }

  private static RewritingLoader loader(TestAgent agent, String version) {
    boolean newest = version.equals(Versions.NEWEST);
    List<Path> paths = new ArrayList<>(Versions.withTestClasses(version));
    String binary = newest ? "3.2.2" : "3.0.2";
    paths.add(Libraries.jar("jackson-dataformat-smile-" + binary + ".jar"));
    paths.add(Libraries.jar("jackson-dataformat-cbor-" + binary + ".jar"));
    paths.add(Libraries.jar("jackson-dataformat-yaml-" + (newest ? version : "3.0.0") + ".jar"));
    paths.add(Libraries.jar("snakeyaml-engine-" + (newest ? "3.0.1" : "2.10") + ".jar"));
    paths.add(Libraries.jar("jackson-module-blackbird-3.0.0.jar"));
    return agent.load(paths).share("dev.bauta.annotations.");
  }
}
