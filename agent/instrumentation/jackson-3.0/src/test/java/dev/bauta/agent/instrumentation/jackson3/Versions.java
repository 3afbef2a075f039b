package dev.bauta.agent.instrumentation.jackson3;

import dev.bauta.agent.testing.Libraries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The versions of Jackson 3 that the build copied to target/libs. */
final class Versions {

  static final String NEWEST = "3.2.4";

  private static final String DATABIND = "jackson-databind-";

  private Versions() {}

  static Stream<String> all() {
    return Libraries.jars(DATABIND).stream()
        .map(jar -> jar.getFileName().toString())
        .map(name -> name.substring(DATABIND.length(), name.length() - ".jar".length()));
  }

  static List<Path> jars(String version) {
    return List.of(
        Libraries.jar(DATABIND + version + ".jar"),
        Libraries.jar("jackson-core-" + version + ".jar"),
        // Jackson 3 keeps the annotations of Jackson 2
        Libraries.jar(
            "jackson-annotations-" + (version.startsWith("3.0") ? "2.20" : "2.22") + ".jar"));
  }

  static List<Path> withTestClasses(String version) {
    List<Path> paths = new ArrayList<>(jars(version));
    paths.add(Libraries.testClasses());
    return paths;
  }
}
