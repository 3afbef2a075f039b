package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.SourcesProbe;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The logging context and the operating system say who is looking, where they are asked to. */
class PrincipalSourcesIT {

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void contextKey_namesThePrincipal_andAPoolForgetsIt(Jdk jdk) {
    assertThat(run(jdk, "grace", "principal.mdcKey", "user"))
        .containsExactly(
            "main thread: masked",
            "nobody by name: masked",
            "another by name: masked",
            "pool: masked",
            "in the context: raw",
            "in the context, pool: raw",
            "out of the context: masked",
            "left in the context of a pool: masked",
            "probe done");
  }

  @Test
  void contextWithoutAKeyConfigured_namesNobody() {
    assertThat(run(Jdks.newest(), "grace", "status", "off"))
        .contains("in the context: masked", "in the context, pool: masked", "probe done");
  }

  @Test
  void osUser_isLookingWhereNobodyIsKnown() {
    assertThat(run(Jdks.newest(), System.getProperty("user.name"), "principal.osUser", "true"))
        .contains(
            "main thread: raw",
            "nobody by name: masked",
            "another by name: masked",
            "pool: raw",
            "probe done");
  }

  private static List<String> run(Jdk jdk, String person, String option, String value) {
    TestGrants grants = new TestGrants();
    try (StubGrantServer server = new StubGrantServer(grants.showing("email", person))) {
      ForkedJvm jvm = new ForkedJvm(jdk).agent().property("bauta." + option, value);
      grants.agentProperties(server, Layout.scratch(option + jdk)).forEach(jvm::property);
      Outcome outcome =
          jvm.classPath(Layout.probes(), Layout.annotations())
              .classPath(Layout.library("logback-1.2.13"))
              .classPath(Layout.library("org-json-20251224"))
              .run(SourcesProbe.class, person);
      return outcome
          .out()
          .lines()
          .filter(line -> !line.contains("DEBUG"))
          .collect(Collectors.toList());
    }
  }
}
