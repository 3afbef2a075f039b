package dev.bauta.agent.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TomcatTest {

  private final TestAgent agent = TestAgent.of(new ServletInstrumentation());

  @Test
  @SuppressWarnings("unchecked")
  void eachRequest_hasItsOwnPrincipal() {
    List<Path> classPath = new ArrayList<>(Libraries.jars("tomcat-embed-core-11"));
    classPath.addAll(Libraries.jars("tomcat-annotations-api-"));
    classPath.add(Libraries.testClasses());
    RewritingLoader loader = agent.load(classPath);
    Thread.currentThread().setContextClassLoader(loader);
    Function<Supplier<String>, List<String>> server =
        loader.create("dev.bauta.agent.instrumentation.servlet.TomcatScenario", Function.class);

    assertThat(server.apply(agent.viewers()::name)).containsExactly("grace", "heidi");
    assertThat(agent.viewers().entered()).isEqualTo(2);
    assertThat(agent.viewers().threads()).isZero();
  }
}
