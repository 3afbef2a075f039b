package dev.bauta.agent.instrumentation.commonslogging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommonsLoggingMuzzleTest {

  private static final List<ClassHook> HOOKS = new CommonsLoggingInstrumentation().hooks();

  static List<Path> jars() {
    return Libraries.jars("commons-logging-");
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyVersion_hasEveryHookPoint(Path jar) {
    List<byte[]> classes =
        HOOKS.stream()
            .map(hook -> Libraries.classFile(jar, hook.className()))
            .filter(Objects::nonNull)
            .toList();
    assertThat(classes).isNotEmpty();
    for (byte[] classFile : classes) {
      Rewriter.Result result = new Rewriter(HOOKS).rewrite(classFile);
      assertThat(result.missing()).isEmpty();
      assertThat(result.edits()).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void springsSimpleLog_printsNothing_andMissesNothing() {
    Path jar = Libraries.jars("spring-jcl-").get(0);
    byte[] classFile = Libraries.classFile(jar, HOOKS.get(0).className());
    Rewriter.Result result = new Rewriter(HOOKS).rewrite(classFile);

    assertThat(result.missing()).isEmpty();
    assertThat(result.edits()).isZero();
  }
}
