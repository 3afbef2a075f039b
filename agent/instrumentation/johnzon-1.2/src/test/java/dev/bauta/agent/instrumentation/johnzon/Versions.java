package dev.bauta.agent.instrumentation.johnzon;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Johnzon, as the build copied them to target/libs. */
final class Versions {

  private Versions() {}

  /** Of this version, with the API that goes with it. */
  static RewritingLoader loader(TestAgent agent, String version) {
    List<Path> jars = new ArrayList<>();
    for (String part : new String[] {"core", "mapper", "jsonb"}) {
      jars.add(Libraries.jar("johnzon-" + part + "-" + version + ".jar"));
    }
    if (version.startsWith("1.")) {
      jars.add(Libraries.jar("geronimo-json_1.1_spec-1.5.jar"));
    } else {
      jars.add(Libraries.jar("jakarta.json-api-2.1.3.jar"));
      jars.add(Libraries.jar("jakarta.json.bind-api-3.0.1.jar"));
    }
    jars.add(Libraries.testClasses());
    return agent.load(jars).share("dev.bauta.annotations.");
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
