package dev.bauta.agent.instrumentation.jsonp;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.util.List;
import java.util.function.Function;

/** Parsson and Yasson, as the build copied them to target/libs. */
final class Versions {

  private Versions() {}

  /**
   * Loads them.
   *
   * @param versions of Parsson and Yasson, as {@code 1.1.7 3.0.4}
   */
  static RewritingLoader loader(TestAgent agent, String versions) {
    String[] both = versions.split(" ");
    return agent
        .load(
            List.of(
                Libraries.jar("parsson-" + both[0] + ".jar"),
                Libraries.jar("yasson-" + both[1] + ".jar"),
                Libraries.jar("jakarta.json-api-2.1.3.jar"),
                Libraries.jar("jakarta.json.bind-api-3.0.1.jar"),
                Libraries.testClasses()))
        .share("dev.bauta.annotations.");
  }

  static String run(RewritingLoader loader, String scenario) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader); // JSON-P looks for its provider there
    try {
      return ((String) loader.create(Scenarios.class.getName(), Function.class).apply(scenario))
          .replace('"', '\'');
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
