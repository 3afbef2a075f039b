package dev.bauta.agent.instrumentation.piitostring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same classes, with their texts put together in each way that compilers know. */
final class PiiToStringTest {

  private static final TestAgent AGENT = TestAgent.of(new PiiToStringInstrumentation());
  private static final Map<String, RewritingLoader> LOADERS = new ConcurrentHashMap<>();

  @TempDir static Path folder;

  static Stream<String> compilations() {
    return Stream.of("indyWithConstants", "indy", "inline");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void record_masksItsFlaggedComponentsOnly(String way) {
    assertThat(text(way, "record"))
        .isEqualTo(
            "Person[id=7, name=[NAME], age=[AGE], born=[BIRTHDAY], email=null, names=[NAME],"
                + " points=2]");
    assertThat(text(way, "generic record")).isEqualTo("Box[content=[NAME], size=1]");
    assertThat(text(way, "marked record")).isEqualTo("Address[street=[ADDRESS], number=[ADDRESS]]");
    assertThat(text(way, "empty record")).isEqualTo("Nothing[]");
    assertThat(text(way, "record with own")).isEqualTo("Own<[NAME],7>");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void record_keepsEqualsAndHashCode(String way) {
    Object first = sample(way, "marked record");
    Object second = sample(way, "marked record");
    assertThat(first).isEqualTo(second).isNotSameAs(second).hasSameHashCodeAs(second);
    assertThat(sample(way, "generic record")).isNotEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void concatenation_masksEveryTypeAndKeepsNullAndTheRest(String way) {
    assertThat(text(way, "concatenation"))
        .isEqualTo(
            "C{7, [NAME], [AGE], [SALARY], [ID], [BIRTHDAY], [FLAG], true, [INITIAL], null, x}");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void getterCalls_areMaskedWhileEqualNumbersOfOthersStay(String way) {
    assertThat(text(way, "lombok")).isEqualTo("Lombok(id=36, name=[NAME], age=[AGE])");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void builder_isGivenMaskedParts(String way) {
    assertThat(text(way, "builder"))
        .startsWith("[NAME][NAME]|[NAME], [AGE][CODE][CODE]")
        .endsWith("[NAME]")
        .doesNotContain("Ada", "36", "xyz");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void format_findsValuesOfTheTypesItAsksFor(String way) {
    assertThat(text(way, "format")).isEqualTo("F[[NAME] 0 null 0.00 7]");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void joinerAndJoin_areMasked(String way) {
    assertThat(text(way, "joiner")).isEqualTo("[[NAME], born [BORN]][NAME]-end[NAME]");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void whatOtherMethodsWrote_isTakenOut(String way) {
    assertThat(text(way, "helper")).isEqualTo("H<[NAME]|[AGE]y|[NICK]|Adder>");
    assertThat(text(way, "this")).isEqualTo("R [NAME] [NAMES]+[NAMES]");
    assertThat(text(way, "lambda")).isEqualTo("l [NAME]");
    assertThat(text(way, "guava")).isEqualTo("name=[NAME] age=[AGE] id=7 ");
    assertThat(text(way, "super")).isEqualTo("in [CITY]/[CITY]");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void whatIsMadeOfAPersonalValue_isPersonal(String way) {
    assertThat(text(way, "static helper")).isEqualTo("S [NAME]");
    assertThat(text(way, "derived"))
        .startsWith("D [NAME] [BIRTHDAY] [BIRTHDAY] ")
        .endsWith(" [NAME] [NAME]");
    assertThat(text(way, "substring")).isEqualTo("S ***[SSN]");
    assertThat(text(way, "ternary with value")).isEqualTo("T [NAME].");
    assertThat(text(way, "local")).isEqualTo("L [NAME]");
    assertThat(text(way, "loop")).isEqualTo("L [NAME] [NAME] [NUMBER] [NUMBER]2");
    assertThat(text(way, "direct")).isEqualTo("[NAME]");
    assertThat(text(way, "wide")).startsWith("12.0[LONG][DOUBLE]5[NAME]6.0[");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void classesOfEveryKind_areMasked(String way) {
    assertThat(text(way, "marked class")).isEqualTo("M [PII] [PII] [EMAIL] shared");
    assertThat(text(way, "annotated getter")).isEqualTo("G [NAME]");
    assertThat(text(way, "enum")).isEqualTo("ONE of [NAME]");
    assertThat(text(way, "abstract")).isEqualTo("B 7 [NAME]");
    assertThat(text(way, "nested")).isEqualTo("N [ADDRESS] [ADDRESS]");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void classWithoutItsOwnToString_isUntouched(String way) {
    assertThat(text(way, "no toString")).contains("Samples$Plain@");
    assertThat(LOADERS.get(way).rewritten()).doesNotContainKey(Samples.class.getName() + "$Plain");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void objectsThatTheMethodLeavesAlone_areLeftAlone(String way) {
    assertThat(text(way, "lazy")).isEqualTo("Lazy 7");
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void methodsOwnException_passesUnchanged(String way) {
    Object throwing = sample(way, "throwing");
    assertThatThrownBy(throwing::toString).isInstanceOf(NullPointerException.class);
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void nothingFailsInTheHooks(String way) {
    assertThat(text(way, "record")).isNotEmpty();
    assertThat(AGENT.masking().failures()).isEmpty();
    assertThat(LOADERS.get(way).rewritten().values())
        .allSatisfy(result -> assertThat(result.missing()).isEmpty());
  }

  private static String text(String way, String name) {
    return sample(way, name).toString();
  }

  private static Object sample(String way, String name) {
    RewritingLoader loader =
        LOADERS.computeIfAbsent(way, w -> AGENT.load(compile(w)).share("dev.bauta.annotations."));
    return samples(loader).apply(name);
  }

  @SuppressWarnings("unchecked")
  private static Function<String, Object> samples(RewritingLoader loader) {
    return loader.create(Samples.class.getName(), Function.class);
  }

  private static Path compile(String way) {
    return Compiler.compile(
        folder.resolve(way),
        Path.of("src", "test", "java").resolve(Samples.class.getName().replace('.', '/') + ".java"),
        "-XDstringConcat=" + way);
  }
}
