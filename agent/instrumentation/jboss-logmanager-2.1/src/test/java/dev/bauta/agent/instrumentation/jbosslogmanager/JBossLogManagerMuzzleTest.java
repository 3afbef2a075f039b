package dev.bauta.agent.instrumentation.jbosslogmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JBossLogManagerMuzzleTest {

  private static final List<ClassHook> HOOKS = new JBossLogManagerInstrumentation().hooks();

  static List<Path> jars() {
    return Libraries.jars("jboss-logmanager-");
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyVersion_hasEveryHookPoint(Path jar) {
    Rewriter rewriter = new Rewriter(HOOKS);
    for (ClassHook hook : HOOKS) {
      Rewriter.Result result = rewriter.rewrite(Libraries.classFile(jar, hook.className()));
      assertThat(result.missing()).as(hook.className()).isEmpty();
      assertThat(result.edits()).as(hook.className()).isGreaterThanOrEqualTo(2);
    }
  }
}
