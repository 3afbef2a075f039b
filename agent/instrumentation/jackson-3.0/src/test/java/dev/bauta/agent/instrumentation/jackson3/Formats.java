package dev.bauta.agent.instrumentation.jackson3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Jackson with its other formats and modules. */
final class Formats {

  private Formats() {}

  @SuppressWarnings("unchecked")
  static String apply(RewritingLoader loader, String format) {
    String found =
        (String) loader.create(FormatScenarios.class.getName(), Function.class).apply(format);
    assertThat(loader.rewritten().values()).allSatisfy(r -> assertThat(r.missing()).isEmpty());
    return found.replace('"', '\'');
  }

  static RewritingLoader loader(TestAgent agent, String version) {
    boolean newest = version.equals(Versions.NEWEST);
    List<Path> paths = new ArrayList<>(Versions.withTestClasses(version));
    String binary = newest ? "3.2.2" : "3.0.2";
    paths.add(Libraries.jar("jackson-dataformat-smile-" + binary + ".jar"));
    paths.add(Libraries.jar("jackson-dataformat-cbor-" + binary + ".jar"));
    paths.add(Libraries.jar("jackson-dataformat-yaml-" + (newest ? version : "3.0.0") + ".jar"));
    paths.add(Libraries.jar("snakeyaml-engine-" + (newest ? "3.0.1" : "2.10") + ".jar"));
    paths.add(Libraries.jar("jackson-module-blackbird-3.0.0.jar"));
    return agent.load(paths).share("dev.bauta.annotations.");
  }
}
