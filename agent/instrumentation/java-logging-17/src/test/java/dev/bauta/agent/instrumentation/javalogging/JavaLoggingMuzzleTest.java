package dev.bauta.agent.instrumentation.javalogging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.ForkedJvm;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.XMLFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JavaLoggingMuzzleTest {

  static List<Path> jdks() {
    return ForkedJvm.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyJdk_hasEveryHookPoint(Path jdk) {
    ForkedJvm.Run run = ForkedJvm.plain(jdk, Report.class);

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output().strip().lines())
        .containsExactly(
            "java.util.logging.Formatter 4 []",
            "java.util.logging.Logger 1 []",
            "java.util.logging.MemoryHandler 1 []",
            "java.util.logging.SimpleFormatter 1 []",
            "java.util.logging.StreamHandler 1 []",
            "java.util.logging.XMLFormatter 1 []");
  }

  /** Rewrites the class files of the JDK it runs on and says what it found. */
  static final class Report {
    private Report() {}

    public static void main(String[] arguments) throws Exception {
      TestAgent agent = TestAgent.of(new JavaLoggingInstrumentation());
      for (Class<?> type :
          List.of(
              java.util.logging.Formatter.class,
              Logger.class,
              java.util.logging.MemoryHandler.class,
              SimpleFormatter.class,
              java.util.logging.StreamHandler.class,
              XMLFormatter.class)) {
        try (var in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
          var result = agent.rewriter().rewrite(in.readAllBytes());
          System.out.println(type.getName() + " " + result.edits() + " " + result.missing());
        }
      }
    }
  }
}
