package dev.bauta.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the build puts what the tests run. */
final class Layout {

  private static final Path ROOT =
      Path.of(System.getProperty("bauta.it.root", "..")).toAbsolutePath().normalize();
  private static final Path TARGET = ROOT.resolve("integration-tests/target");

  private Layout() {}

  static Path root() {
    return ROOT;
  }

  /** The jar that ships. */
  static Path agent() {
    return built(ROOT.resolve("agent/dist/target/bauta-agent.jar"));
  }

  /** Not looked for here: most tests do without it. */
  static Path grantService() {
    return ROOT.resolve("grant-service/target/bauta-grant-service.jar");
  }

  static Path sampleApp() {
    return built(TARGET.resolve("sample-app/sample-app.jar"));
  }

  /** A file that the build of one of the applications made: {@code app("war", "people.war")}. */
  static Path app(String application, String file) {
    return built(ROOT.resolve("integration-tests/apps/" + application + "/target/" + file));
  }

  static Path annotations() {
    return jars(TARGET.resolve("sample-app/lib")).stream()
        .filter(jar -> jar.getFileName().toString().startsWith("bauta-annotations"))
        .findFirst()
        .orElseThrow();
  }

  /** The compiled probes. */
  static Path probes() {
    return TARGET.resolve("test-classes");
  }

  /** One version of a library, as the build copied it: {@code logback-1.2.13}. */
  static List<Path> library(String folder) {
    return jars(built(TARGET.resolve("libs").resolve(folder)));
  }

  /** A folder that the build unpacked. */
  static Path unpacked(String folder) {
    return built(TARGET.resolve(folder));
  }

  /** An empty folder for one test's files. */
  static Path scratch(String name) {
    Path folder = TARGET.resolve("it").resolve(name.replaceAll("[^A-Za-z0-9.-]+", "-"));
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> old = Files.walk(folder)) {
          for (Path path : old.sorted((a, b) -> b.compareTo(a)).toList()) {
            Files.delete(path);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static boolean fullMatrix() {
    return "full".equals(System.getProperty("bauta.it.matrix"));
  }

  static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path built(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalStateException(path + " is not there; run mvn verify at the root");
    }
    return path;
  }
}
