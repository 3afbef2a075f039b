package dev.bauta.agent.instrumentation.slf4jmdc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ViewerSources;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MdcTest {

  private final TestAgent agent = TestAgent.of(new MdcInstrumentation());

  static List<Path> apis() {
    return Libraries.jars("slf4j-api-");
  }

  @ParameterizedTest
  @MethodSource("apis")
  void everyVersion_hasTheHookPoints(Path jar) {
    Rewriter.Result result =
        new Rewriter(new MdcInstrumentation().hooks())
            .rewrite(Libraries.classFile(jar, "org/slf4j/MDC"));
    assertThat(result.missing()).isEmpty();
    assertThat(result.edits()).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("apis")
  void userInTheContext_isThePrincipal_asLongAsItIsThere(Path jar) {
    agent.viewers().sources(new ViewerSources(null, address -> false, "user"));
    new MdcInstrumentation().link(agent.links(), agent.masking(), agent.viewers());

    assertThat(run(jar))
        .containsExactly(
            "other key null",
            "put grace grace",
            "other removed grace",
            "removed null null",
            "closeable linus",
            "closed null",
            "map ada",
            "cleared null",
            "empty null");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("apis")
  void withoutAKey_nothingIsTaken(Path jar) {
    assertThat(run(jar)).contains("put null grace", "map null");
  }

  @SuppressWarnings("unchecked")
  private List<String> run(Path jar) {
    String backend = jar.getFileName().toString().contains("-1.7") ? "1.2.13" : "1.5.";
    RewritingLoader loader =
        agent.load(
            jar,
            Libraries.jars("logback-classic-" + backend).get(0),
            Libraries.jars("logback-core-" + backend).get(0),
            Libraries.testClasses());
    Thread.currentThread().setContextClassLoader(loader);
    Function<Supplier<String>, List<String>> scenario =
        loader.create("dev.bauta.agent.instrumentation.slf4jmdc.MdcScenario", Function.class);
    return scenario.apply(agent.viewers()::named);
  }
}
