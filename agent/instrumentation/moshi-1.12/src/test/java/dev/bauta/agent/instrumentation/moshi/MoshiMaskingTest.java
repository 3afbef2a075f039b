package dev.bauta.agent.instrumentation.moshi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every supported version of Moshi, rewritten and run. */
final class MoshiMaskingTest {

  private static final TestAgent AGENT = TestAgent.of(new MoshiInstrumentation());
  private static final Map<String, RewritingLoader> LOADERS = new ConcurrentHashMap<>();

  static {
    AGENT.masking().rule("ssn", "ssn").granting("grace");
  }

  static Stream<String> versions() {
    return Versions.all();
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
        .isEqualTo("{'full_name':'[NAME]','id':7,'name':'[NAME]','none':null,'plain':'plain'}");
    assertThat(run(version, "getter")).isEqualTo("{'name':'[NAME]'}");
    assertThat(run(version, "class"))
        .isEqualTo("[{'number':0,'street':'[ADDRESS]'},{'number':0,'street':'[ADDRESS]'}]");
    assertThat(run(version, "types"))
        .isEqualTo("{'address':null,'flag':false,'list':null,'number':null,'object':'[NAME]'}");
  }

  @ParameterizedTest
  @MethodSource("withRecords")
  void recordComponent_isMasked(String version) {
    assertThat(run(version, "record")).isEqualTo("{'id':7,'name':'[NAME]','age':0}");
    assertThat(run(version, "record read")).contains("Required value 'id' missing");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void mapAndTree_areMaskedByKeyAndContent(String version) {
    assertThat(run(version, "map")).isEqualTo("{'ssn':'[SSN]','note':'write to [EMAIL]','id':5}");
    assertThat(run(version, "map keys")).isEqualTo("{'[EMAIL]':1,'plain':2}");
    String tree = "{'ssn':'[SSN]','note':'[EMAIL]'}";
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
    assertThat(run(version, "raw in two")).isEqualTo("['\u00e9 [EMAIL]','plain']");
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
    Class<?> hooked =
        Versions.loader(AGENT, version).loadClass("com.squareup.moshi.JsonUtf8Writer");
    assertThat(new MoshiInstrumentation().showCanary(hooked, "canary@example.com"))
        .isEqualTo("[\"[EMAIL]\"]");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void nothingFails(String version) {
    for (String scenario :
        new String[] {"fields", "types", "record", "map", "raw", "list by key"}) {
      run(version, scenario);
    }
    assertThat(AGENT.masking().failures()).isEmpty();
  }

  private static String run(String version, String scenario) {
    return Versions.run(LOADERS.computeIfAbsent(version, v -> Versions.loader(AGENT, v)), scenario);
  }
}
