package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.ConsoleProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed to the console is masked where that was asked for, and there alone. */
class ConsoleLeakIT {

  private static final List<String> PRINTED_TO_ALL = ConsoleProbe.channels().subList(0, 7);

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void askedFor_theConsoleIsMasked_andAFileIsNot(Jdk jdk) throws IOException {
    Path file = Layout.scratch("console " + jdk).resolve("printed.txt");
    Outcome outcome =
        run(new ForkedJvm(jdk).verifyAll().agent("console=mask,requireProtected=true"), file);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.out()).contains("probe done", "null");
    assertThat(outcome.err())
        .contains("console-17 (proven)", "java.lang.IllegalStateException: thrown");
    Leaks.assertMasked(ConsoleProbe.channels(), outcome.text());
    assertShown(PRINTED_TO_ALL, Files.readString(file));
  }

  @Test
  void notAskedFor_itIsLeftAlone() throws IOException {
    Path file = Layout.scratch("console off").resolve("printed.txt");
    Outcome outcome = run(new ForkedJvm(Jdks.oldest()).agent(), file);

    assertThat(outcome.err()).doesNotContain("console-17");
    assertShown(ConsoleProbe.channels(), outcome.text());
  }

  private static void assertShown(List<String> channels, String text) {
    for (String channel : channels) {
      assertThat(Leaks.found(List.of(channel), text)).as(channel).isNotEmpty();
    }
  }

  private static Outcome run(ForkedJvm jvm, Path file) {
    return jvm.classPath(Layout.probes()).run(ConsoleProbe.class, file);
  }
}
