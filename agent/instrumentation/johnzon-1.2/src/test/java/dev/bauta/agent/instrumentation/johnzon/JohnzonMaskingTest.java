package dev.bauta.agent.instrumentation.johnzon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-P and JSON-B, rewritten and run; of the versions for javax the generator only. */
final class JohnzonMaskingTest {

  private static final String OLD = "2.0.0";
  private static final String NEW = "2.0.2";
  private static final TestAgent AGENT = TestAgent.of(new JohnzonInstrumentation());
  private static final Map<String, RewritingLoader> LOADERS = new ConcurrentHashMap<>();

  static {
    AGENT.masking().rule("ssn", "ssn").granting("grace");
  }

  @Test
  void rewrite_findsEveryHookPointInEveryVersion() {
    for (Path jar : Libraries.jars("johnzon-core-")) {
      found(jar, JohnzonInstrumentation.GENERATOR);
      found(jar, JohnzonInstrumentation.STRING);
    }
    for (Path jar : Libraries.jars("johnzon-mapper-")) {
      found(jar, JohnzonInstrumentation.FIELD);
      found(jar, JohnzonInstrumentation.METHOD);
    }
  }

  private static void found(Path jar, String name) {
    var result = AGENT.rewriter().rewrite(Libraries.classFile(jar, name));
    assertThat(result.missing()).as(jar + " " + name).isEmpty();
    assertThat(result.edits()).as(jar + " " + name).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {OLD, NEW})
  void annotatedMember_isMaskedAndOthersStay(String versions) {
    assertThat(run(versions, "fields"))
        .isEqualTo("{'full_name':'[NAME]','id':7,'name':'[NAME]','none':null}");
    assertThat(run(versions, "getters")).isEqualTo("{'age':0,'first':'[NAME]','last':'[NAME]'}");
    String address = "{'number':0,'street':'[ADDRESS]'}";
    assertThat(run(versions, "class")).isEqualTo("[" + address + "," + address + "]");
    assertThat(run(versions, "types"))
        .isEqualTo("{'address':null,'flag':false,'list':null,'number':null,'object':'[NAME]'}");
  }

  @ParameterizedTest
  @ValueSource(strings = {OLD, NEW})
  void map_isMaskedByKeyAndContent(String versions) {
    assertThat(run(versions, "map")).isEqualTo("{'ssn':'[SSN]','note':'write to [EMAIL]','id':5}");
    assertThat(run(versions, "map keys")).isEqualTo("{'[EMAIL]':1,'plain':2}");
    assertThat(run(versions, "list by key"))
        .isEqualTo("{'ssn':['[SSN]',['[SSN]'],{'a':'b'}],'ok':['3'],'z':'4'}");
    assertThat(run(versions, "bytes")).isEqualTo("{'ssn':'[SSN]','note':'[EMAIL]'}");
  }

  @ParameterizedTest
  @ValueSource(strings = {OLD, NEW})
  void generatorAndTree_areMaskedByKeyAndContent(String versions) {
    assertThat(run(versions, "generator"))
        .isEqualTo(
            "{'ssn':'[SSN]','note':'[EMAIL]','[EMAIL]':5,'[EMAIL]':5.5,'ssn':'[SSN]',"
                + "'ssn':['[SSN]',['[SSN]']],'ssn':['[SSN]'],'ssn':7,'ok':['3'],"
                + "'tree':'[EMAIL]'}");
    String tree = "{'ssn':'[SSN]','note':'[EMAIL]','list':['[EMAIL]',1],'inner':{'ssn':['[SSN]']}}";
    assertThat(run(versions, "tree")).isEqualTo(tree + tree);
    assertThat(run(versions, "string")).isEqualTo("'[EMAIL]'");
  }

  @ParameterizedTest
  @ValueSource(strings = {OLD, NEW})
  void whatTheApplicationReads_isUntouched(String versions) {
    assertThat(run(versions, "round trip")).isEqualTo("1BobEveada@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {OLD, NEW})
  void principalWithAGrant_seesAnnotatedAndKeyedValuesWhileOthersDoNot(String versions) {
    AGENT.viewers().enter(() -> "grace");
    try {
      assertThat(run(versions, "getters")).isEqualTo("{'age':36,'first':'Ada','last':'Lovelace'}");
      assertThat(run(versions, "map")).contains("'ssn':'123'");
    } finally {
      AGENT.viewers().leave();
    }
    assertThat(run(versions, "getters")).doesNotContain("Ada");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.0", "1.2.21", OLD, NEW})
  void canary_comesOutMasked(String versions) throws Exception {
    Class<?> hooked =
        Versions.loader(AGENT, versions).loadClass("org.apache.johnzon.core.JsonGeneratorImpl");
    assertThat(new JohnzonInstrumentation().showCanary(hooked, "canary@example.com"))
        .isEqualTo("\"[EMAIL]\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {OLD, NEW})
  void nothingFails(String versions) {
    for (String scenario : List.of("fields", "getters", "types", "generator", "list by key")) {
      run(versions, scenario);
    }
    assertThat(AGENT.masking().failures()).isEmpty();
  }

  private static String run(String versions, String scenario) {
    return Versions.run(
        LOADERS.computeIfAbsent(versions, v -> Versions.loader(AGENT, v)), scenario);
  }
}
