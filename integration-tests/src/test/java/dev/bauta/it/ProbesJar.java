package dev.bauta.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The compiled probes as a jar: class data archives and class loaders of containers want one. */
final class ProbesJar {

  private ProbesJar() {}

  static Path in(Path folder) {
    Path jar = folder.resolve("probes.jar");
    if (Files.exists(jar)) {
      return jar; // an archive remembers when its jars were written
    }
    Path classes = Layout.probes();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> probes = Files.list(classes.resolve("dev/bauta/it/probe"))) {
      for (Path probe : probes.sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(probe).toString().replace('\\', '/')));
        Files.copy(probe, out);
        out.closeEntry();
      }
      return jar;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
