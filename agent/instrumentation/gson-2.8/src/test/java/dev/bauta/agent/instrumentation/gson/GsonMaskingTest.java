package dev.bauta.agent.instrumentation.gson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every supported version of Gson, rewritten and run. */
final class GsonMaskingTest {

  private static final TestAgent AGENT = TestAgent.of(new GsonInstrumentation());
  private static final Map<String, RewritingLoader> LOADERS = new ConcurrentHashMap<>();

  static {
    AGENT.masking().rule("ssn", "ssn").granting("grace");
  }

  static Stream<String> versions() {
    return Versions.all();
  }

  static Stream<String> withRecords() {
    return versions().filter(v -> !v.startsWith("2.8.") && !v.startsWith("2.9."));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void rewrite_findsEveryHookPoint(String version) {
    Path jar = Libraries.jar("gson-" + version + ".jar");
    var writer = AGENT.rewriter().rewrite(Libraries.classFile(jar, GsonInstrumentation.WRITER));
    assertThat(writer.missing()).isEmpty();
    assertThat(writer.edits()).isPositive();
    int reads = 0;
    for (int i = 1; i <= 2; i++) {
      byte[] file = Libraries.classFile(jar, GsonInstrumentation.FIELD + i);
      if (file != null) {
        var field = AGENT.rewriter().rewrite(file);
        assertThat(field.missing()).isEmpty();
        reads += field.edits();
      }
    }
    assertThat(reads).isPositive();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void annotatedMember_isMaskedAndOthersStay(String version) {
    assertThat(run(version, "fields"))
        .isEqualTo("{'id':7,'name':'[NAME]','full_name':'[NAME]','none':null,'plain':'plain'}");
    assertThat(run(version, "getter")).isEqualTo("{'name':'[NAME]'}");
    assertThat(run(version, "class"))
        .isEqualTo("[{'street':'[ADDRESS]','number':0},{'street':'[ADDRESS]','number':0}]");
    assertThat(run(version, "types"))
        .isEqualTo(
            "{'list':null,'object':'[NAME]','builder':null,'number':0,'flag':false,"
                + "'address':null}");
  }

  @ParameterizedTest
  @MethodSource("withRecords")
  void recordComponent_isMasked(String version) {
    assertThat(run(version, "record")).isEqualTo("{'id':7,'name':'[NAME]','age':0}");
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
    assertThat(run(version, "html")).isEqualTo("{'note':'\\u003c[EMAIL]\\u003e'}");
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
    Class<?> hooked =
        Versions.loader(AGENT, version).loadClass("com.google.gson.stream.JsonWriter");
    assertThat(new GsonInstrumentation().showCanary(hooked, "canary@example.com"))
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
