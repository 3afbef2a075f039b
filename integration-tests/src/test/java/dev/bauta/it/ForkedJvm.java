package dev.bauta.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs a program in a JVM of its own, with or without the agent, and keeps what it said. Changed by
 * one thread until it is run.
 */
final class ForkedJvm {

  /** What became of a run. */
  record Outcome(int exit, String out, String err) {

    /** Everything it said. */
    String text() {
      return out + "\n" + err;
    }
  }

  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  private final Jdk jdk;
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> properties = new TreeMap<>();
  private final Map<String, String> environment = new TreeMap<>();
  private final List<Path> classPath = new ArrayList<>();

  ForkedJvm(Jdk jdk) {
    this.jdk = jdk;
  }

  /** With the agent that ships and no options for it. */
  ForkedJvm agent() {
    return agent("");
  }

  ForkedJvm agent(String arguments) {
    options.add("-javaagent:" + Layout.agent() + (arguments.isEmpty() ? "" : "=" + arguments));
    return this;
  }

  ForkedJvm option(String option) {
    options.add(option);
    return this;
  }

  /** Lets the JVM check every class, its own too: a wrong rewrite shows at once. */
  ForkedJvm verifyAll() {
    return option("-Xverify:all");
  }

  ForkedJvm property(String name, Object value) {
    properties.put(name, value.toString());
    return this;
  }

  ForkedJvm variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  ForkedJvm classPath(Path... entries) {
    classPath.addAll(List.of(entries));
    return this;
  }

  ForkedJvm classPath(List<Path> entries) {
    classPath.addAll(entries);
    return this;
  }

  /** Runs the program to its end. */
  Outcome run(Class<?> main, Object... arguments) {
    return run(command(main, arguments));
  }

  /** As {@link #run(Class, Object...)}, for a class that the tests cannot load. */
  Outcome run(String main, Object... arguments) {
    return run(command(main, arguments));
  }

  /** The command that starts the program, for one that goes on running. */
  List<String> command(Class<?> main, Object... arguments) {
    return command(main.getName(), arguments);
  }

  /** As {@link #command(Class, Object...)}, for a class that the tests do not know. */
  List<String> command(String main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.add("-Xmx768m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1"); // these JVMs live for seconds
    command.addAll(options);
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(main);
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  private Outcome run(List<String> command) {
    try {
      Path out = Files.createTempFile("bauta-it", ".out");
      Path err = Files.createTempFile("bauta-it", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().keySet().removeIf(ForkedJvm::ours);
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            "no end after " + TIMEOUT.toSeconds() + " s; it said:\n" + read(out) + read(err));
      }
      Outcome outcome = new Outcome(process.exitValue(), read(out), read(err));
      Files.delete(out);
      Files.delete(err);
      return outcome;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Whether a variable would change what is tested. */
  private static boolean ours(String variable) {
    return variable.startsWith("BAUTA_") || variable.startsWith("SLACK_");
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
