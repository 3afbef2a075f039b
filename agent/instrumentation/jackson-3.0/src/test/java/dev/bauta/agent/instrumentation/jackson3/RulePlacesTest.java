package dev.bauta.agent.instrumentation.jackson3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestAgent;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for places in JSON and for members of classes, in every version of Jackson 3. */
final class RulePlacesTest {

  private static final String CLASSES = RuledScenarios.class.getName() + "$";

  private final TestAgent agent = TestAgent.of(new Jackson3Instrumentation());

  static java.util.stream.Stream<String> versions() {
    return Versions.all();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void pathRule_holdsHoweverTheJsonIsWritten_andNowhereElse(String version) {
    agent.masking().path("$.orders[].note", "note").path("$.orders[].lines", "line");
    Function<String, String> scenarios = scenarios(version);

    assertThat(scenarios.apply("pojo"))
        .isEqualTo("{'orders':[{'note':'[NOTE]','count':3,'lines':['[LINE]']}],'note':'shown'}");
    assertThat(scenarios.apply("map"))
        .isEqualTo("{'orders':[{'note':'[NOTE]','lines':['[LINE]']}]}");
    assertThat(scenarios.apply("node"))
        .isEqualTo("{'orders':[{'note':'[NOTE]','lines':['[LINE]']}],'note':'shown'}");
    assertThat(scenarios.apply("streaming"))
        .isEqualTo(
            "{'orders':[{'note':'[NOTE]','chars':'shown'},{'note':'[NOTE]'}],'note':'shown'}");
    assertThat(scenarios.apply("raw")).isEqualTo("{'orders':[{'note':'[NOTE]','ok':'shown'}]}");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.0", Versions.NEWEST})
  void placeThatCannotBeFound_isHidden(String version) {
    agent.masking().path("$.orders[].note", "note");
    Function<String, String> scenarios = scenarios(version);
    agent.masking().breaking();
    for (String scenario : new String[] {"pojo", "map", "node", "streaming", "raw"}) {
      assertThat(scenarios.apply(scenario)).doesNotContain("Lovelace", "Ada", "Exception");
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void memberRule_hidesTheMemberOfItsClass_inheritedAndRenamedOnesToo(String version) {
    agent
        .masking()
        .member(CLASSES + "Customer", "whole", "name")
        .member(CLASSES + "Customer", "handle", "name")
        .member(CLASSES + "Customer", "age", "age")
        .member(CLASSES + "Value", "text", "name")
        .member(CLASSES + "Any", "rest", "name");
    Function<String, String> scenarios = scenarios(version);

    assertThat(scenarios.apply("customer"))
        .contains("'handle':'[NAME]'", "'full':'[NAME]'", "'age':null", "'desk':'open'");
    assertThat(scenarios.apply("unwrapped"))
        .contains("'c_handle':'[NAME]'", "'c_full':'[NAME]'", "'c_age':null", "'c_desk':'open'");
    assertThat(scenarios.apply("value")).isEqualTo("{'value':'[NAME]','other':'shown'}");
    assertThat(scenarios.apply("any")).doesNotContain("Ada");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.0", Versions.NEWEST})
  void memberRule_thatComesLater_holdsForWritersMadeBefore(String version) {
    Function<String, String> scenarios = scenarios(version);
    assertThat(scenarios.apply("customer")).contains("Ada Lovelace", "'age':36");
    assertThat(scenarios.apply("value")).contains("Ada");

    agent
        .masking()
        .member(CLASSES + "Customer", "full", "name")
        .member(CLASSES + "Customer", "age", "age")
        .member(CLASSES + "Value", "text", "name");

    assertThat(scenarios.apply("customer"))
        .contains("'full':'[NAME]'", "'age':null", "'desk':'open'");
    assertThat(scenarios.apply("value")).isEqualTo("{'value':'[NAME]','other':'shown'}");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private Function<String, String> scenarios(String version) {
    Function<String, String> scenarios =
        agent
            .load(Versions.withTestClasses(version))
            .share("dev.bauta.annotations.")
            .create(RuledScenarios.class.getName(), Function.class);
    return scenarios.andThen(json -> json.replace('"', '\''));
  }
}
