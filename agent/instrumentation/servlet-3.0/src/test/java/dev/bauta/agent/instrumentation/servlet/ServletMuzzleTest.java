package dev.bauta.agent.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServletMuzzleTest {

  private static final List<ClassHook> HOOKS = new ServletInstrumentation().hooks();

  static List<Path> jars() {
    return Stream.of("javax.servlet-api-", "jakarta.servlet-api-", "tomcat-embed-core-")
        .flatMap(prefix -> Libraries.jars(prefix).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyVersion_hasTheHookPoint(Path jar) {
    List<byte[]> found =
        HOOKS.stream()
            .map(hook -> Libraries.classFile(jar, hook.className()))
            .filter(Objects::nonNull)
            .toList();

    assertThat(found).hasSize(1);
    Rewriter.Result result = new Rewriter(HOOKS).rewrite(found.get(0));
    assertThat(result.missing()).isEmpty();
    assertThat(result.edits()).isEqualTo(1);
  }
}
