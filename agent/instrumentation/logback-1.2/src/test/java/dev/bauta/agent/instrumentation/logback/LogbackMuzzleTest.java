package dev.bauta.agent.instrumentation.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogbackMuzzleTest {

  private static final List<ClassHook> HOOKS = new LogbackInstrumentation().hooks();

  static List<Path> jars() {
    return Libraries.jars("logback-classic-");
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyVersion_hasEveryHookPoint(Path jar) {
    Rewriter rewriter = new Rewriter(HOOKS);
    for (ClassHook hook : HOOKS) {
      byte[] classFile = Libraries.classFile(jar, hook.className());
      if (classFile == null) {
        assertThat(hook.className()).as("the one class that came later").endsWith("/JsonEncoder");
        continue;
      }
      Rewriter.Result result = rewriter.rewrite(classFile);
      assertThat(result.missing()).as(hook.className()).isEmpty();
      assertThat(result.edits()).as(hook.className()).isPositive();
    }
  }
}
