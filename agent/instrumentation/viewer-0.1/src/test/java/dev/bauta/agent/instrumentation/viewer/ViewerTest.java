package dev.bauta.agent.instrumentation.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import dev.bauta.annotations.Viewer;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ViewerTest {

  private final TestAgent agent = TestAgent.of(new ViewerInstrumentation());

  @Test
  @SuppressWarnings("unchecked")
  void viewerOfTheThread_isWhoTheApplicationSays() throws Exception {
    RewritingLoader loader = agent.load(annotations(), Libraries.testClasses());
    Function<Supplier<String>, List<String>> scenario =
        loader.create("dev.bauta.agent.instrumentation.viewer.ViewerScenario", Function.class);

    assertThat(scenario.apply(() -> agent.viewers().name() + "/" + agent.viewers().subject()))
        .containsExactly(
            "before null/null",
            "call grace/null",
            "run grace/null",
            "nobody null/null",
            "about grace/customer 7",
            "within grace/customer 7",
            "threw gone",
            "after null/null");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked")
  void stackThatIsUsedUp_leavesNobodyBehind() throws Exception {
    RewritingLoader loader = agent.load(annotations(), Libraries.testClasses());
    Supplier<String> endless =
        loader.create("dev.bauta.agent.instrumentation.viewer.EndlessViewer", Supplier.class);
    List<Object> wrong = new ArrayList<>();
    for (int extra = 0; extra < 40; extra++) { // so that it ends now here, now there
      long stack = 200_000 + extra * 48L;
      Thread thread =
          new Thread(
              null,
              () -> {
                String end = endless.get();
                if (!end.equals("overflow") || agent.viewers().depth() != 0) {
                  wrong.add(end + " with " + agent.viewers().depth() + " left");
                }
              },
              "pooled",
              stack);
      thread.start();
      thread.join();
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyHookPoint_isThere() throws Exception {
    try (var in = Viewer.class.getResourceAsStream("Viewer.class")) {
      Rewriter.Result result = agent.rewriter().rewrite(in.readAllBytes());
      assertThat(result.missing()).isEmpty();
      assertThat(result.edits()).isEqualTo(3);
    }
  }

  private static Path annotations() throws URISyntaxException {
    return Path.of(Viewer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
