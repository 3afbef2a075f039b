package dev.bauta.agent.instrumentation.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the caches then do is tried with the real thing, in the integration tests. */
class EclipseLinkHookPointsTest {

  static List<Path> versions() {
    return Libraries.jars("org.eclipse.persistence.core-");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyVersion_hasTheHookPoints(Path jar) {
    List<Integer> places = new ArrayList<>();
    for (ClassHook hook : new EclipseLinkInstrumentation().hooks()) {
      Rewriter.Result result =
          new Rewriter(List.of(hook)).rewrite(Libraries.classFile(jar, hook.className()));
      assertThat(result.missing()).isEmpty();
      places.add(result.edits());
    }
    assertThat(places).allMatch(edits -> edits > 0).hasSize(2);
  }
}
