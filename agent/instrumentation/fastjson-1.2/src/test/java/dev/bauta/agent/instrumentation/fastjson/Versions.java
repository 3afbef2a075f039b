package dev.bauta.agent.instrumentation.fastjson;

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
    return Libraries.jars("fastjson-").stream()
        .map(jar -> jar.getFileName().toString().replaceAll("fastjson-|\\.jar", ""));
  }

  static String run(RewritingLoader loader, String scenario) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader); // generated classes go into a child of it
    try {
      return ((String) loader.create(Scenarios.class.getName(), Function.class).apply(scenario))
          .replace('"', '\'');
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  static RewritingLoader loader(TestAgent agent, String version) {
    return agent
        .load(List.of(Libraries.jar("fastjson-" + version + ".jar"), Libraries.testClasses()))
        .share("dev.bauta.annotations.");
  }
}
