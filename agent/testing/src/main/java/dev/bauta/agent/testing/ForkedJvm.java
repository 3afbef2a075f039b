package dev.bauta.agent.testing;

import dev.bauta.agent.AgentPremain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Runs a main class of the test class path in a JVM of its own, with the test agent: for classes of
 * the JDK, which can only be retransformed.
 */
public final class ForkedJvm {

  /**
   * What a run gave.
   *
   * @param exit the exit code
   * @param output standard output and error together
   */
  public record Run(int exit, String output) {}

  private ForkedJvm() {}

  /** The JDKs installed here, this one first: JAVA_HOME-like variables and the usual folders. */
  public static List<Path> jdks() {
    List<Path> homes = new ArrayList<>();
    add(homes, Path.of(System.getProperty("java.home")));
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("JAVA_HOME")
                  || name.startsWith("JAVA17")
                  || name.startsWith("JDK")) {
                add(homes, Path.of(value));
              }
            });
    Path folder = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> found = Files.list(folder)) {
        found.sorted().forEach(home -> add(homes, home));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return homes;
  }

  /** Runs a main class with the test agent and all instrumentations of the class path. */
  public static Run withAgent(Path jdk, Class<?> main, String... arguments) {
    return run(jdk, main, true, arguments);
  }

  /** Runs a main class without any agent. */
  public static Run plain(Path jdk, Class<?> main, String... arguments) {
    return run(jdk, main, false, arguments);
  }

  private static Run run(Path jdk, Class<?> main, boolean agent, String... arguments) {
    try {
      Path folder = Files.createTempDirectory("bauta-forked");
      List<String> command = new ArrayList<>();
      command.add(jdk.resolve("bin").resolve("java").toString());
      command.add("-Xverify:all");
      if (agent) {
        command.add("-javaagent:" + agentJar(folder));
      }
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add(main.getName());
      command.addAll(List.of(arguments));
      Path output = folder.resolve("output");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int exit = process.waitFor();
      return new Run(exit, Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A jar of nothing but a manifest: the classes are on the class path. */
  private static Path agentJar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", AgentPremain.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = folder.resolve("test-agent.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
    }
    return jar;
  }

  private static void add(List<Path> homes, Path home) {
    try {
      if (Files.isExecutable(home.resolve("bin").resolve("java"))
          && !homes.contains(home.toRealPath())) {
        homes.add(home.toRealPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
