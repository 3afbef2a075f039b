package dev.bauta.agent.instrumentation.orgjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every supported version of org.json, rewritten and run. */
final class OrgJsonMaskingTest {

  private static final TestAgent AGENT = TestAgent.of(new OrgJsonInstrumentation());
  private static final Map<String, RewritingLoader> LOADERS = new ConcurrentHashMap<>();

  static {
    AGENT.masking().rule("ssn", "ssn").granting("grace");
  }

  static Stream<String> versions() {
    return Versions.all();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void rewrite_findsEveryHookPoint(String version) {
    for (String name :
        List.of(
            OrgJsonInstrumentation.OBJECT,
            OrgJsonInstrumentation.ARRAY,
            OrgJsonInstrumentation.WRITER)) {
      var result =
          AGENT
              .rewriter()
              .rewrite(Libraries.classFile(Libraries.jar("json-" + version + ".jar"), name));
      assertThat(result.missing()).as(name).isEmpty();
      assertThat(result.edits()).as(name).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void annotatedGetter_isMasked(String version) {
    assertThat(run(version, "bean")).contains("'name':'[NAME]'", "'age':0");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void objectAndArray_areMaskedByKeyAndContent(String version) {
    assertThat(run(version, "key")).isEqualTo("{'ssn':'[SSN]'}");
    assertThat(run(version, "content")).isEqualTo("{'note':'write to [EMAIL]'}");
    assertThat(run(version, "name")).isEqualTo("{'[EMAIL]':1}");
    assertThat(run(version, "number")).isEqualTo("{'ssn':4111111111111111}");
    assertThat(run(version, "list")).isEqualTo("{'ssn':['[SSN]',['[SSN]']]}");
    assertThat(run(version, "map").replaceAll("\\s", "")).isEqualTo("{'inner':{'ssn':['[SSN]']}}");
    assertThat(run(version, "object in list")).isEqualTo("{'ssn':[{'a':'b'}]}");
    assertThat(run(version, "array")).isEqualTo("['[EMAIL]','plain']");
    assertThat(run(version, "writer")).isEqualTo("{'ssn':'[SSN]'}");
    assertThat(run(version, "two")).isEqualTo("{'ssn':5}['x']");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void streamingWriter_isMaskedByKeyAndContent(String version) {
    assertThat(run(version, "stringer"))
        .isEqualTo("{'ssn':'[SSN]','list':['[EMAIL]'],'ssn2':'plain'}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whatTheApplicationReads_isUntouched(String version) {
    assertThat(run(version, "read")).isEqualTo("ada@example.com");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void principalWithAGrant_seesWhatOthersDoNot(String version) {
    AGENT.viewers().enter(() -> "grace");
    try {
      assertThat(run(version, "key")).isEqualTo("{'ssn':'123'}");
      assertThat(run(version, "bean")).contains("Ada Lovelace", "36");
    } finally {
      AGENT.viewers().leave();
    }
    assertThat(run(version, "bean")).doesNotContain("Ada");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void canary_comesOutMasked(String version) throws Exception {
    Class<?> hooked = Versions.loader(AGENT, version).loadClass("org.json.JSONWriter");
    assertThat(new OrgJsonInstrumentation().showCanary(hooked, "canary@example.com"))
        .isEqualTo("\"[EMAIL]\"");
    assertThat(AGENT.masking().failures()).isEmpty();
  }

  private static String run(String version, String scenario) {
    return Versions.run(LOADERS.computeIfAbsent(version, v -> Versions.loader(AGENT, v)), scenario);
  }
}
