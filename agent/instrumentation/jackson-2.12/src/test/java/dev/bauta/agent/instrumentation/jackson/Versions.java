package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.testing.Libraries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The versions of Jackson that the build copied to target/libs. */
final class Versions {

  static final String NEWEST = "2.22.4";

  private static final String DATABIND = "jackson-databind-";

  private Versions() {}

  static Stream<String> all() {
    return Libraries.jars(DATABIND).stream()
        .map(jar -> jar.getFileName().toString())
        .map(name -> name.substring(DATABIND.length(), name.length() - ".jar".length()));
  }

  static List<Path> jars(String version) {
    String minor = version.substring(0, version.lastIndexOf('.'));
    return List.of(
        Libraries.jar(DATABIND + version + ".jar"),
        Libraries.jar("jackson-core-" + version + ".jar"),
        // from 2.20 on the annotations go without a patch number
        Libraries.jars("jackson-annotations-" + minor).get(0));
  }

  static List<Path> withTestClasses(String version) {
    List<Path> paths = new ArrayList<>(jars(version));
    paths.add(Libraries.testClasses());
    return paths;
  }
}
