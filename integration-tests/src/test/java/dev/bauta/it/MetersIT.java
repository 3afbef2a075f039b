package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.MetersProbe;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was masked can be read over JMX and in the application's own Micrometer registry. */
class MetersIT {

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void maskedValues_areCounted(Jdk jdk) {
    Outcome outcome =
        new ForkedJvm(jdk)
            .agent()
            .classPath(Layout.probes())
            .classPath(Layout.library("micrometer"))
            .run(MetersProbe.class);

    assertThat(outcome.out().lines())
        .as(outcome.text())
        .containsExactly(
            "JMX counts them: true", "the application's registry counts them: true", "probe done");
  }
}
