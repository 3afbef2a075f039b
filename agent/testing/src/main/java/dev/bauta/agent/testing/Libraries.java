package dev.bauta.agent.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The published jars that a module's build copied into {@code target/libs}. */
public final class Libraries {

  private static final Path FOLDER = Path.of("target", "libs");

  private Libraries() {}

  /** One jar by its file name. */
  public static Path jar(String fileName) {
    Path jar = FOLDER.resolve(fileName);
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          jar.toAbsolutePath()
              + " is missing: run 'mvn process-test-classes' in this module first");
    }
    return jar;
  }

  /** All jars whose file names start so, sorted by name; never empty. */
  public static List<Path> jars(String prefix) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> jars =
          files.filter(f -> f.getFileName().toString().startsWith(prefix)).sorted().toList();
      if (jars.isEmpty()) {
        throw new IllegalStateException("no " + prefix + "*.jar in " + FOLDER.toAbsolutePath());
      }
      return jars;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The module's own test classes, to load scenarios beside a library. */
  public static Path testClasses() {
    return Path.of("target", "test-classes");
  }

  /** The bytes of a class inside a jar, or null where the jar has none. */
  public static byte[] classFile(Path jar, String internalName) {
    try (JarFile file = new JarFile(jar.toFile())) {
      var entry = file.getJarEntry(internalName + ".class");
      if (entry == null) {
        return null;
      }
      try (InputStream in = file.getInputStream(entry)) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
