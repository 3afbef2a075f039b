package dev.bauta.agent.instrumentation.moshi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every supported version of Moshi, rewritten and run. */
final class MoshiMaskingTest {

  private static final TestAgent AGENT = TestAgent.of(new MoshiInstrumentation());
  private static final Map<String, RewritingLoader> LOADERS = new ConcurrentHashMap<>();

  static {
    AGENT.masking().rule("ssn", "ssn").granting("grace");
  }

  static Stream<String> versions() {
    return Libraries.jars("moshi-").stream()
        .map(jar -> jar.getFileName().toString().replaceAll("moshi-|\\.jar", ""));
  }

  static Stream<String> withRecords() {
    return versions().filter(v -> v.startsWith("1.15"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void rewrite_findsEveryHookPoint(String version) {
    Path jar = Libraries.jar("moshi-" + version + ".jar");
    for (String name : List.of(MoshiInstrumentation.WRITER, MoshiInstrumentation.FIELD)) {
      var result = AGENT.rewriter().rewrite(Libraries.classFile(jar, name));
      assertThat(result.missing()).as(name).isEmpty();
      assertThat(result.edits()).as(name).isPositive();
    }
    String records = "META-INF/versions/16/" + MoshiInstrumentation.RECORD;
    byte[] file = Libraries.classFile(jar, records);
    assertThat(file == null ? 1 : AGENT.rewriter().rewrite(file).edits()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void annotatedMember_isMaskedAndOthersStay(String version) {
    assertThat(run(version, "fields"))
        .isEqualTo(
            "{'id':7,'name':'[NAME]','full_name':'[NAME]','none':null,'plain':'plain'}");
    assertThat(run(version, "getter")).isEqualTo("{'name':'[NAME]'}");
    assertThat(run(version, "class"))
        .isEqualTo(
            "[{'street':'[ADDRESS]','number':null},{'street':'[ADDRESS]','number':null}]");
    assertThat(run(version, "types"))
        .isEqualTo(
            "{'list':null,'object':'[NAME]','builder':null,'number':null,'flag':null,"
                + "'address':null}");
  }

  @ParameterizedTest
  @MethodSource("withRecords")
  void recordComponent_isMasked(String version) {
    assertThat(run(version, "record")).isEqualTo("{'id':7,'name':'[NAME]','age':null}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void mapAndTree_areMaskedByKeyAndContent(String version) {
    assertThat(run(version, "map")).isEqualTo("{'ssn':'[SSN]','note':'write to [EMAIL]','id':5}");
    assertThat(run(version, "map keys")).isEqualTo("{'[EMAIL]':1,'plain':2}");
    String tree =
        "{'ssn':'[SSN]','note':'[EMAIL]','person':{'id':7,'name':'[NAME]',"
            + "'full_name':'[NAME]','none':null,'plain':'plain'}}";
    assertThat(run(version, "tree")).isEqualTo(tree + tree);
    assertThat(run(version, "nulls and empty")).isEqualTo("{'ssn':null,'note':''}");
    assertThat(run(version, "root")).isEqualTo("'[EMAIL]'");
    assertThat(run(version, "pretty")).contains("'note': '[EMAIL]'");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void arrayElements_goByTheNameOfTheirProperty(String version) {
    assertThat(run(version, "list by key"))
        .isEqualTo("{'ssn':['[SSN]',['[SSN]'],{'a':'b'}],'ok':['3'],'z':'4'}");
    assertThat(run(version, "given up")).isEqualTo("['plain',['x']]");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void number_isLeftAlone(String version) {
    assertThat(run(version, "numbers")).isEqualTo("{'ssn':4111111111111111}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void rawJson_isMaskedInsideItsStrings(String version) {
    assertThat(run(version, "raw"))
        .isEqualTo("{'a':{'b':'[EMAIL]','ssn':'[SSN]'},'ssn':'[SSN]','list':['[EMAIL]']}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whatTheApplicationReads_isUntouched(String version) {
    assertThat(run(version, "round trip")).isEqualTo("1BobEveada@example.com");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void principalWithAGrant_seesAnnotatedAndKeyedValuesWhileOthersDoNot(String version) {
    AGENT.viewers().enter(() -> "grace");
    try {
      assertThat(run(version, "fields")).contains("'name':'Ada Lovelace'");
      assertThat(run(version, "map")).contains("'ssn':'123'");
    } finally {
      AGENT.viewers().leave();
    }
    assertThat(run(version, "fields")).doesNotContain("Ada");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void canary_comesOutMasked(String version) throws Exception {
    Class<?> hooked = loader(AGENT, version).loadClass("com.squareup.moshi.JsonUtf8Writer");
    assertThat(new MoshiInstrumentation().showCanary(hooked, "canary@example.com"))
        .isEqualTo("[\"[EMAIL]\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.12.0", "1.15.2"})
  void maskingThrows_nothingRawIsWritten(String version) {
    TestAgent broken = TestAgent.of(new MoshiInstrumentation());
    RewritingLoader loader = loader(broken, version);
    broken.masking().breaking();
    for (String scenario : new String[] {"fields", "map", "map keys", "tree", "raw", "class"}) {
      assertThat(run(loader, scenario))
          .as(scenario)
          .doesNotContain("Ada", "ada", "123", "Lane", "Exception", "Error");
    }
    assertThat(broken.masking().failures()).isNotEmpty();
  }

  @Test
  void withoutTheAgent_theValuesShow() {
    RewritingLoader loader = loader(TestAgent.of(), "1.15.2");
    assertThat(run(loader, "fields")).contains("Ada Lovelace");
    assertThat(run(loader, "record")).contains("Ada Lovelace", "36");
    assertThat(run(loader, "map")).contains("123", "ada@example.com");
    assertThat(run(loader, "map keys")).contains("ada@example.com");
    assertThat(run(loader, "list by key")).contains("['1',['2'],");
    assertThat(run(loader, "raw")).contains("ada@example.com", "123");
  }

  private static String run(String version, String scenario) {
    return run(LOADERS.computeIfAbsent(version, v -> loader(AGENT, v)), scenario);
  }

  private static String run(RewritingLoader loader, String scenario) {
    return ((String) loader.create(Scenarios.class.getName(), Function.class).apply(scenario))
        .replace('"', '\'');
  }

  private static RewritingLoader loader(TestAgent agent, String version) {
    return agent
        .load(
            List.of(
                Libraries.jar("moshi-" + version + ".jar"),
                Libraries.jar("okio-jvm-3.7.0.jar"),
                Libraries.jar("kotlin-stdlib-1.9.21.jar"),
                Libraries.testClasses()))
        .share("dev.bauta.annotations.");
  }
}
