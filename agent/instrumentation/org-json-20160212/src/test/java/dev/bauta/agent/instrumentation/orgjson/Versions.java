package dev.bauta.agent.instrumentation.orgjson;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The versions that the build copied to target/libs, and how they are loaded. */
final class Versions {

  private Versions() {}

  static Stream<String> all() {
    return Libraries.jars("json-").stream()
        .map(jar -> jar.getFileName().toString().replaceAll("json-|\\.jar", ""));
  }

  static RewritingLoader loader(TestAgent agent, String version) {
    return agent
        .load(List.of(Libraries.jar("json-" + version + ".jar"), Libraries.testClasses()))
        .share("dev.bauta.annotations.");
  }

  static String run(RewritingLoader loader, String scenario) {
    return ((String) loader.create(Scenarios.class.getName(), Function.class).apply(scenario))
        .replace('"', '\'');
  }
}
