package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo tells its story on every JDK, ends by itself and leaves nobody behind. */
class DemoIT {

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void demo_tellsTheWholeStory(Jdk jdk) {
    Outcome outcome =
        new ForkedJvm(jdk)
            .property("bauta.demo.root", Layout.root())
            .classPath(Layout.sampleApp())
            .run(dev.bauta.demo.Demo.class);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.out()).contains("Every step above was checked.");
  }
}
