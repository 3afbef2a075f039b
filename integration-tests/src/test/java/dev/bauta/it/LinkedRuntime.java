package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runtimes that jlink makes of some of a JDK's modules. */
final class LinkedRuntime {

  private LinkedRuntime() {}

  /** The JDKs that hold what jlink needs; some installations leave it out. */
  static List<Jdk> possible() {
    return Jdks.all().stream()
        .filter(jdk -> Files.isDirectory(jdk.home().resolve("jmods")))
        .toList();
  }

  /** A runtime of these modules, separated by commas, and of what they need. */
  static Jdk of(Jdk jdk, String name, String modules) {
    Path home = Layout.scratch("runtime " + name + " " + jdk).resolve("jre");
    try {
      Process jlink =
          new ProcessBuilder(
                  jdk.home().resolve("bin/jlink").toString(),
                  "--add-modules",
                  modules,
                  "--output",
                  home.toString())
              .inheritIO()
              .start();
      assertThat(jlink.waitFor()).as("jlink").isZero();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    return new Jdk(jdk.feature(), jdk.version(), home);
  }
}
