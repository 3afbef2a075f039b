package dev.bauta.agent.instrumentation.log4j1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Log4j1MuzzleTest {

  private static final List<ClassHook> HOOKS = new Log4j1Instrumentation().hooks();

  static List<Path> jars() {
    return Stream.of("log4j-1", "reload4j-")
        .flatMap(name -> Libraries.jars(name).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyVersion_hasEveryHookPoint(Path jar) {
    Rewriter rewriter = new Rewriter(HOOKS);
    for (ClassHook hook : HOOKS) {
      Rewriter.Result result = rewriter.rewrite(Libraries.classFile(jar, hook.className()));
      assertThat(result.missing()).as(hook.className()).isEmpty();
      assertThat(result.edits()).as(hook.className()).isPositive();
    }
  }
}
