package dev.bauta.agent.instrumentation.jackson3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every supported version of Jackson, rewritten and run. */
final class Jackson3MaskingTest {

  private static final TestAgent AGENT = TestAgent.of(new Jackson3Instrumentation());
  private static final Map<String, Function<String, String>> SCENARIOS = new ConcurrentHashMap<>();

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
            "databind/ser/BeanPropertyWriter",
            "databind/ser/jackson/JsonValueSerializer",
            "databind/ser/AnyGetterWriter",
            "databind/ser/BeanSerializerFactory",
            "core/json/UTF8JsonGenerator",
            "core/json/WriterBasedJsonGenerator",
            "core/base/GeneratorBase")) {
      byte[] classFile =
          Versions.jars(version).stream()
              .map(jar -> Libraries.classFile(jar, "tools/jackson/" + name))
              .filter(found -> found != null)
              .findFirst()
              .orElseThrow();
      var result = AGENT.rewriter().rewrite(classFile);
      assertThat(result.missing()).as(name).isEmpty();
      assertThat(result.edits()).as(name).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void annotatedField_isMaskedAndOthersStay(String version) {
    assertThat(run(version, "fields"))
        .isEqualTo("{'id':7,'name':'[NAME]','untyped':'[PII]','none':null}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void annotatedGetter_isMaskedAndAFlagIsNull(String version) {
    assertThat(run(version, "getters"))
        .contains("'id':7")
        .contains("'name':'[NAME]'")
        .contains("'member':null");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void annotatedFieldBehindAGetter_isMaskedHoweverTheMapperSeesIt(String version) {
    assertThat(run(version, "hidden field without inferred mutators"))
        .isEqualTo("{'fullName':'[NAME]'}");
    assertThat(run(version, "snake case")).isEqualTo("{'full_name':'[NAME]'}");
    assertThat(run(version, "renamed")).isEqualTo("{'who':'[NAME]'}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void recordComponent_isMasked(String version) {
    assertThat(run(version, "record")).isEqualTo("{'id':7,'name':'[NAME]','age':null}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void annotationOnAnOverriddenOrInterfaceGetter_counts(String version) {
    assertThat(run(version, "inherited"))
        .contains("'name':'[NAME]'")
        .contains("'desk':'D1'")
        .doesNotContain("Inherited");
    assertThat(run(version, "interface")).isEqualTo("{'name':'[NAME]'}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void unwrappedProperty_isMasked(String version) {
    assertThat(run(version, "unwrapped")).isEqualTo("{'p_id':7,'p_name':'[NAME]','p_age':null}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void viewMixInAndArrayShape_areMasked(String version) {
    assertThat(run(version, "view")).isEqualTo("{'name':'[NAME]'}");
    assertThat(run(version, "mixin")).isEqualTo("[{'name':'[NAME]'},{'name':'[NAME]'}]");
    assertThat(run(version, "array shape")).isEqualTo("[7,'[NAME]']");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void annotatedClass_marksItsMembersAndPropertiesOfItsType(String version) {
    assertThat(run(version, "class")).isEqualTo("{'street':'[ADDRESS]','number':null}");
    assertThat(run(version, "property of a marked class")).isEqualTo("{'id':7,'address':null}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void annotatedValueClass_keepsItsForm(String version) {
    assertThat(run(version, "value class")).isEqualTo("{'email':'[HANDLE]'}");
    assertThat(run(version, "value classes in a list")).isEqualTo("['[HANDLE]','[HANDLE]']");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void anyGetter_isMaskedByKeyAndByAnnotation(String version) {
    assertThat(run(version, "any-getter")).isEqualTo("{'ssn':'[SSN]','open':true}");
    assertThat(run(version, "marked any-getter")).doesNotContain("Ada");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void valueOfAnyType_hasAFormItsSerializerTakes(String version) {
    assertThat(run(version, "types"))
        .doesNotContain("Ada", "5", "+999999999")
        .contains("'builder':null")
        .contains("'sequence':'[NAME]'")
        .contains("'object':'[NAME]'")
        .contains("'number':null")
        .contains("'character':null")
        .contains("'person':null")
        .contains("'quoted':null")
        .contains("'date':null");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void rawProperty_staysValidJson(String version) {
    assertThat(run(version, "raw")).isEqualTo("{'value':'[NAME]','other':{'mail':'[EMAIL]'}}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void prettyPrinterAndTree_areMasked(String version) {
    assertThat(run(version, "pretty").replaceAll("\\s", ""))
        .isEqualTo("{'id':7,'name':'[NAME]','age':null}");
    assertThat(run(version, "tree")).isEqualTo("{'id':7,'name':'[NAME]','age':null}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void applicationsSerializer_seesTheMaskAndItsExceptionPassesUnchanged(String version) {
    assertThat(run(version, "self masked by own serializer")).isEqualTo("{'name':'[NAME]!'}");
    assertThat(run(version, "throwing serializer"))
        .contains("the application's own trouble with [NAME]")
        .doesNotContain("Ada");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void mapAndTree_areMaskedByKeyAndContent(String version) {
    assertThat(run(version, "map")).isEqualTo("{'ssn':'[SSN]','note':'write to [EMAIL]','id':5}");
    assertThat(run(version, "node")).isEqualTo("{'ssn':'[SSN]','note':'[EMAIL]'}");
    assertThat(run(version, "sorted map")).isEqualTo("{'ssn':'[SSN]'}");
    assertThat(run(version, "root string")).isEqualTo("'[EMAIL]'");
    assertThat(run(version, "nulls and empty")).isEqualTo("{'ssn':null,'note':''}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void mapKeyThatIsPersonal_isMasked(String version) {
    assertThat(run(version, "map keys")).isEqualTo("{'[EMAIL]':1,'plain':2}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void arrayElements_goByTheNameOfTheirProperty(String version) {
    assertThat(run(version, "list by key")).isEqualTo("{'ssn':['[SSN]',['[SSN]']],'ok':['3']}");
    assertThat(run(version, "string array")).isEqualTo("{'ssn':['[SSN]','[SSN]']}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void number_isLeftAlone(String version) {
    assertThat(run(version, "numbers"))
        .isEqualTo("{'card':4111111111111111,'big':4111111111111111,'d':1.5E15}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void textWithEscapes_isMaskedAndEscaped(String version) {
    assertThat(run(version, "escapes")).startsWith("{'note':'\\'[EMAIL]\\'\\n").endsWith("'}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyTextMethodOfTheGenerators_isMasked(String version) {
    assertThat(run(version, "chars")).isEqualTo("'[EMAIL]'");
    assertThat(run(version, "reader")).isEqualTo("'x [EMAIL] y'");
    assertThat(run(version, "reader with length")).isEqualTo("'x [EMAIL] y'");
    assertThat(run(version, "serializable")).isEqualTo("'x [EMAIL] y'");
    assertThat(run(version, "utf-8")).isEqualTo("'[EMAIL]'");
    assertThat(run(version, "escaped utf-8")).isEqualTo("'[EMAIL] \\''");
    assertThat(run(version, "plain"))
        .isEqualTo("['plain','la','plain','pla',null,{'a': '\\u00e9\\\\'}]");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void readerOfTheApplication_failsAsBeforeAndShowsNothing(String version) {
    assertThat(run(version, "reader too short"))
        .contains("Didn't read enough from reader")
        .doesNotContain("ada@");
    assertThat(run(version, "reader that throws"))
        .contains("the application's own trouble")
        .doesNotContain("ada@");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void rawJson_isMaskedInsideItsStrings(String version) {
    assertThat(run(version, "raw value")).isEqualTo("{'a':'[EMAIL]','ssn':'[SSN]','n':[1,2.5e3]}");
    assertThat(run(version, "raw value escaped")).isEqualTo("{'a':'[EMAIL]'}");
    assertThat(run(version, "raw value part")).isEqualTo("'[EMAIL]'");
    assertThat(run(version, "raw value chars")).isEqualTo("'[EMAIL]'");
    assertThat(run(version, "raw value serializable")).isEqualTo("'[EMAIL]'");
    assertThat(run(version, "raw by key")).isEqualTo("{'ssn':'[SSN]','Ssn':null,'sSn':null}");
    assertThat(run(version, "raw long")).endsWith("a b [EMAIL]']").hasSize(20011);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void principalWithAGrant_seesAnnotatedAndKeyedValuesWhileOthersDoNot(String version) {
    AGENT.viewers().enter(() -> "grace");
    try {
      assertThat(run(version, "record")).isEqualTo("{'id':7,'name':'Ada Lovelace','age':36}");
      assertThat(run(version, "map")).contains("'ssn':'123'");
    } finally {
      AGENT.viewers().leave();
    }
    assertThat(run(version, "record")).isEqualTo("{'id':7,'name':'[NAME]','age':null}");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void canary_comesOutMaskedFromBothGenerators(String version) throws Exception {
    scenarios(version);
    Class<?> hooked =
        SCENARIOS
            .get(version)
            .getClass()
            .getClassLoader()
            .loadClass("tools.jackson.core.json.UTF8JsonGenerator");
    assertThat(new Jackson3Instrumentation().showCanary(hooked, "canary@example.com"))
        .isEqualTo("\"[EMAIL]\"\"[EMAIL]\"");
  }

  @ParameterizedTest
  @CsvSource({"3.0.0", Versions.NEWEST})
  void nothingFails(String version) {
    run(version, "types");
    assertThat(AGENT.masking().failures()).isEmpty();
  }

  private static String run(String version, String scenario) {
    return scenarios(version).apply(scenario).replace('"', '\'');
  }

  @SuppressWarnings("unchecked")
  private static Function<String, String> scenarios(String version) {
    return SCENARIOS.computeIfAbsent(
        version,
        v -> {
          List<Path> paths = Versions.withTestClasses(v);
          return AGENT
              .load(paths)
              .share("dev.bauta.annotations.")
              .create(Scenarios.class.getName(), Function.class);
        });
  }
}
