package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.Fastjson2Probe;
import dev.bauta.it.probe.FastjsonProbe;
import dev.bauta.it.probe.GsonProbe;
import dev.bauta.it.probe.Jackson3Probe;
import dev.bauta.it.probe.JsonShapes;
import dev.bauta.it.probe.JsonbProbe;
import dev.bauta.it.probe.MoshiProbe;
import dev.bauta.it.probe.OrgJsonProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No planted value comes out of the other JSON libraries, annotated or not. */
class JsonLeakIT {

  private static final String MEMBER_RULE =
      """
      rules:
        - {member: dev.bauta.it.probe.JsonShapes.Bean.number, type: pii}
      """;

  /** One library in its newest version. */
  enum Library {
    JACKSON_3("jackson3-3.2.4", Jackson3Probe.class),
    FASTJSON("fastjson-1.2.83", FastjsonProbe.class),
    FASTJSON2("fastjson2-2.0.64", Fastjson2Probe.class),
    GSON("gson-2.15.0", GsonProbe.class),
    MOSHI("moshi-1.15.2", MoshiProbe.class),
    JSONB("yasson-3.0.4", JsonbProbe.class),
    JOHNZON("johnzon-2.0.2", JsonbProbe.class),
    ORG_JSON("org-json-20251224", OrgJsonProbe.class);

    private final String folder;
    private final Class<?> probe;

    Library(String folder, Class<?> probe) {
      this.folder = folder;
      this.probe = probe;
    }
  }

  @ParameterizedTest
  @EnumSource(Library.class)
  void everyShape_isMasked(Library library) {
    Outcome outcome = run(new ForkedJvm(Jdks.oldest()).agent(), library);

    assertThat(outcome.text()).contains("probe done");
    assertThat(outcome.exit()).isZero();
    Leaks.assertMasked(JsonShapes.channels(), outcome.out());
    assertThat(outcome.text()).doesNotContain("Needlefield", "Xq7secretkeyZk9", "Xq7apikeyZk9");
    assertThat(outcome.out()).contains("\"name\":\"[NAME]\"", "\"number\":4711", "\"harmless\"");
  }

  @ParameterizedTest
  @EnumSource(Library.class)
  void memberThatARuleNames_isHidden(Library library) {
    Path rules = ConfigFile.write(Layout.scratch("member rule " + library), MEMBER_RULE);
    Outcome outcome =
        run(new ForkedJvm(Jdks.oldest()).verifyAll().agent("config=" + rules), library);

    assertThat(outcome.out())
        .as(outcome.text())
        .contains("probe done", "\"number\":", "\"name\":\"[NAME]\"")
        .doesNotContain("4711");
    assertThat(outcome.text()).doesNotContain("VerifyError");
  }

  @ParameterizedTest
  @EnumSource(Library.class)
  void withoutTheAgent_everyShapeShowsItsValue(Library library) {
    Outcome outcome = run(new ForkedJvm(Jdks.oldest()), library);

    for (String channel : JsonShapes.channels()) {
      assertThat(Leaks.found(List.of(channel), outcome.out())).as(channel).isNotEmpty();
    }
    assertThat(outcome.out()).contains("Needlefield Name", "Xq7secretkeyZk9", "Xq7apikeyZk9");
  }

  private static Outcome run(ForkedJvm jvm, Library library) {
    return jvm.classPath(Layout.probes(), Layout.annotations())
        .classPath(Layout.library(library.folder))
        .run(library.probe);
  }
}
