package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.ViewerProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever the application names through the API sees what that person's grants show. */
class ViewerIT {

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void namedPerson_seesWhatTheGrantShows_andOnlyOnThatThread(Jdk jdk) {
    TestGrants grants = new TestGrants();
    Path folder = Layout.scratch("viewer on " + jdk);
    String token =
        grants.sign(
            grants.snapshot(
                TestGrants.grant("email", "grace"), TestGrants.about("4711", "email", "linus")));
    try (StubGrantServer server = new StubGrantServer(token)) {
      ForkedJvm jvm = new ForkedJvm(jdk).agent();
      grants.agentProperties(server, folder).forEach(jvm::property);
      Outcome outcome =
          jvm.classPath(Layout.probes(), Layout.annotations())
              .classPath(Layout.library("h2-2.5.252"))
              .classPath(Layout.library("jackson-2.22.4"))
              .run(ViewerProbe.class);

      assertThat(outcome.out().lines())
          .as(outcome.text())
          .containsExactly(
              "nobody: masked",
              "grace: raw",
              "grace, JSON: raw",
              "nobody, JSON: masked",
              "after grace: masked",
              "linus: masked",
              "linus, 4711: raw",
              "linus, 4712: masked",
              "nobody, 4711: masked",
              "linus in grace: masked",
              "back in grace: raw",
              "nobody in grace: masked",
              "after a fault: masked",
              "other thread: masked",
              "probe done");
    }
  }
}
