package dev.bauta.agent.instrumentation.fastjson2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every supported version of fastjson 2, rewritten and run. */
final class Fastjson2MaskingTest {

  private static final TestAgent AGENT = TestAgent.of(new Fastjson2Instrumentation());
  private static final Map<String, RewritingLoader> LOADERS = new ConcurrentHashMap<>();

  static {
    AGENT.masking().rule("ssn", "ssn").granting("grace");
  }

  static Stream<String> versions() {
    return Versions.all();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void annotatedMember_isMaskedAndOthersStay(String version) {
    String fields = "{'full_name':'[NAME]','id':7,'name':'[NAME]','plain':'plain'}";
    assertThat(run(version, "fields"))
        .isEqualTo("{'full_name':'[NAME]','id':7,'name':'[NAME]','none':null,'plain':'plain'}");
    assertThat(run(version, "fields as bytes")).isEqualTo(fields);
    assertThat(run(version, "fields by reflection")).isEqualTo(fields);
    assertThat(run(version, "fields pretty")).contains("[NAME]").doesNotContain("Ada");
    assertThat(run(version, "getters")).isEqualTo("{'age':0,'first':'[NAME]','last':'[NAME]'}");
    String address = "{'number':0,'street':'[ADDRESS]'}";
    assertThat(run(version, "class")).isEqualTo("[" + address + "," + address + "]");
    assertThat(run(version, "types"))
        .isEqualTo("{'address':null,'flag':false,'list':null,'number':0,'object':'[NAME]'}");
    assertThat(run(version, "record")).isEqualTo("{'age':0,'id':7,'name':'[NAME]'}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void filtersOfTheApplication_stillWork(String version) {
    assertThat(run(version, "name filter"))
        .isEqualTo("{'xage':0,'xfirst':'[NAME]','xlast':'[NAME]'}");
    assertThat(run(version, "value filter"))
        .isEqualTo("{'age':0,'first':'[NAME]!','last':'[NAME]!'}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void string_isMaskedByContentInEveryEncoding(String version) {
    String plain =
        "{'array':['[EMAIL]'],'id':7,'note':'[EMAIL]','notes':['[EMAIL]','plain'],"
            + "'wide':'愛 [EMAIL]'}";
    assertThat(run(version, "plain")).isEqualTo(plain);
    assertThat(run(version, "plain as bytes")).isEqualTo(plain);
    assertThat(run(version, "wide")).isEqualTo("{'note':'Zoë 愛 [EMAIL]'}");
    assertThat(run(version, "wide as bytes")).isEqualTo("{'note':'Zoë 愛 [EMAIL]'}");
    assertThat(run(version, "root")).isEqualTo("'[EMAIL]'");
    assertThat(run(version, "strings")).isEqualTo("['[EMAIL]','plain']");
    assertThat(run(version, "string list")).isEqualTo("['[EMAIL]','plain','[EMAIL]']");
    String stars = "***************";
    assertThat(run(version, "writer"))
        .isEqualTo("['[EMAIL]','" + stars + "','" + stars + "',{'note':'[EMAIL]'},'[EMAIL]']");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void map_isMaskedByKeyAndContent(String version) {
    assertThat(run(version, "map")).isEqualTo("{'ssn':'[SSN]','note':'write to [EMAIL]','id':5}");
    assertThat(run(version, "map as bytes")).isEqualTo("{'ssn':'[SSN]','note':'[EMAIL]'}");
    assertThat(run(version, "map as jsonb")).contains("[SSN]", "[EMAIL]").doesNotContain("123");
    assertThat(run(version, "tree map")).isEqualTo("{'note':'[EMAIL]','ssn':'[SSN]'}");
    assertThat(run(version, "sorted")).contains("'ssn':'[SSN]'", "'note':'[EMAIL]'");
    assertThat(run(version, "map keys")).isEqualTo("{'[EMAIL]':1,'plain':2}");
    assertThat(run(version, "map in field")).isEqualTo("{'map':{'ssn':'[SSN]','note':'[EMAIL]'}}");
    assertThat(run(version, "list by key"))
        .isEqualTo("{'ssn':['[SSN]',['[SSN]']],'ok':['3'],'z':'4'}");
    assertThat(run(version, "nulls and empty")).isEqualTo("{'ssn':null,'note':''}");
    assertThat(run(version, "numbers")).isEqualTo("{'ssn':4111111111111111}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void tree_isMaskedByKeyAndContent(String version) {
    String tree = "{'ssn':'[SSN]','note':'[EMAIL]','list':['[EMAIL]',1],'inner':{'ssn':['[SSN]']}}";
    assertThat(run(version, "object")).isEqualTo(tree);
    assertThat(run(version, "object as bytes")).isEqualTo(tree);
    assertThat(run(version, "array")).isEqualTo("['[EMAIL]',1,'plain']");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void property_goesByItsNameToo(String version) {
    assertThat(run(version, "keyed")).isEqualTo("{'other':'1','ssn':'[SSN]'}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whatTheApplicationReads_isUntouched(String version) {
    assertThat(run(version, "round trip")).isEqualTo("1BobEveada@example.com1");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void principalWithAGrant_seesAnnotatedAndKeyedValuesWhileOthersDoNot(String version) {
    AGENT.viewers().enter(() -> "grace");
    try {
      assertThat(run(version, "getters")).isEqualTo("{'age':36,'first':'Ada','last':'Lovelace'}");
      assertThat(run(version, "map")).contains("'ssn':'123'");
    } finally {
      AGENT.viewers().leave();
    }
    assertThat(run(version, "getters")).doesNotContain("Ada");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void canary_comesOutMasked(String version) throws Exception {
    Class<?> hooked =
        Versions.loader(AGENT, version).loadClass("com.alibaba.fastjson2.JSONWriterUTF16");
    assertThat(new Fastjson2Instrumentation().showCanary(hooked, "canary@example.com"))
        .isEqualTo("\"[EMAIL]\"");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void nothingFails(String version) {
    for (String scenario : new String[] {"fields", "types", "record", "map", "writer", "plain"}) {
      run(version, scenario);
    }
    assertThat(AGENT.masking().failures()).isEmpty();
  }

  private static String run(String version, String scenario) {
    return Versions.run(LOADERS.computeIfAbsent(version, v -> Versions.loader(AGENT, v)), scenario);
  }
}
