package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.JacksonProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No planted value comes out of Jackson, annotated or not. */
class JacksonLeakIT {

  private static final List<String> VERSIONS = List.of("2.15.4", "2.18.6", "2.22.4");

  /** One version on one JDK. */
  record Case(Jdk jdk, String version) {
    @Override
    public String toString() {
      return "Jackson " + version + " on " + jdk;
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdks.all()) {
      for (String version : VERSIONS) {
        boolean newest = version.equals(VERSIONS.get(VERSIONS.size() - 1));
        if (jdk == Jdks.oldest() || newest || Layout.fullMatrix()) {
          cases.add(new Case(jdk, version));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyShape_isMasked(Case tried) {
    Outcome outcome = run(new ForkedJvm(tried.jdk()).agent(), tried.version());

    assertThat(outcome.text()).contains("probe done");
    assertThat(outcome.exit()).isZero();
    Leaks.assertMasked(JacksonProbe.channels(), outcome.out());
    for (String name : List.of("field", "getter", "record", "class", "throwing", "failing")) {
      assertThat(outcome.text()).doesNotContain("Needle" + name);
    }
    assertThat(outcome.text()).doesNotContain("Xq7secretkeyZk9", "Xq7apikeyZk9");
    assertThat(outcome.out())
        .contains("\"byField\":\"[NAME]\"", "\"byGetter\":\"[NAME]\"", "\"number\":4711")
        .contains("{\"name\":\"[NAME]\",\"age\":31}", "{\"whoever\":\"[NAME]\"}", "\"harmless\"");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void throwingSerialiser_isTheApplicationsFault_andShowsNothing(Case tried) {
    Outcome outcome = run(new ForkedJvm(tried.jdk()).agent(), tried.version());

    assertThat(outcome.out())
        .contains("throwing: {\"before\":{\"name\":\"[NAME]\",\"age\":1}")
        .contains("thrown: JsonMappingException");
  }

  @Test
  void withoutTheAgent_everyShapeShowsItsValue() {
    Outcome outcome = run(new ForkedJvm(Jdks.oldest()), "2.22.4");

    for (String channel : JacksonProbe.channels()) {
      assertThat(Leaks.found(List.of(channel), outcome.out())).as(channel).isNotEmpty();
    }
    assertThat(outcome.out()).contains("Needlefield Name", "Needlegetter", "Needlerecord");
  }

  private static Outcome run(ForkedJvm jvm, String version) {
    return jvm.classPath(Layout.probes(), Layout.annotations())
        .classPath(Layout.library("jackson-" + version))
        .run(JacksonProbe.class);
  }
}
