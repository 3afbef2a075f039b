package dev.bauta.agent.instrumentation.executors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.testing.Rewriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hook points are there in the JDK that builds; the integration tests see the others. */
class ExecutorsMuzzleTest {

  private static final List<ClassHook> HOOKS = new ExecutorsInstrumentation().hooks();

  /** Threads that are virtual came later than the oldest JDK. */
  static Stream<String> classes() {
    return HOOKS.stream()
        .map(hook -> "/" + hook.className() + ".class")
        .filter(file -> Object.class.getResource(file) != null);
  }

  @ParameterizedTest
  @MethodSource("classes")
  void everyClass_hasItsHookPoints(String file) throws IOException {
    try (InputStream in = Object.class.getResourceAsStream(file)) {
      Rewriter.Result result = new Rewriter(HOOKS).rewrite(in.readAllBytes());
      assertThat(result.missing()).isEmpty();
      assertThat(result.edits()).isPositive();
    }
  }
}
