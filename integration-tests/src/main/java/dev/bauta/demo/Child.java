package dev.bauta.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A process of ours and what it prints, both streams together. It dies with this JVM. Thread-safe.
 */
public final class Child implements AutoCloseable {

  private final String name;
  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;
  private final Thread onExit;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.reader = new Thread(this::read, "output of " + name);
    this.onExit = new Thread(() -> end(process), "end of " + name);
    reader.setDaemon(true);
    reader.start();
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /**
   * Starts a process with this one's environment, less every variable of Bauta's own.
   *
   * @param variables set on top
   */
  public static Child start(
      String name, List<String> command, Path folder, Map<String, String> variables) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(key -> key.startsWith("BAUTA_"));
    builder.environment().putAll(variables);
    try {
      return new Child(name, builder.start());
    } catch (IOException failed) {
      throw new StoryException(name + " cannot be started: " + failed.getMessage(), failed);
    }
  }

  /** The next line from {@code mark} on that the test accepts; waits for it. */
  public String await(int mark, Predicate<String> test, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (lines) {
      int next = mark;
      while (true) {
        for (; next < lines.size(); next++) {
          if (test.test(lines.get(next))) {
            return lines.get(next);
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || !process.isAlive() && !reader.isAlive()) {
          throw new StoryException(
              name
                  + (process.isAlive() ? " did not say it in time" : " ended by itself")
                  + "; its last lines:\n"
                  + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
        }
        try {
          lines.wait(Math.min(left, 200));
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new StoryException("interrupted", interrupted);
        }
      }
    }
  }

  /** How many lines it has printed: a mark to look from. */
  public int mark() {
    synchronized (lines) {
      return lines.size();
    }
  }

  /** What it has printed since the mark. */
  public List<String> since(int mark) {
    synchronized (lines) {
      return List.copyOf(lines.subList(mark, lines.size()));
    }
  }

  /** Writes a line to its standard input. */
  public void say(String line) {
    try {
      OutputStream in = process.getOutputStream();
      in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException closed) {
      throw new StoryException(name + " does not listen: " + closed.getMessage(), closed);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its own end and returns the exit code. */
  public int awaitExit(Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoryException(name + " did not end within " + patience.toSeconds() + " s");
      }
      reader.join(2_000);
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoryException("interrupted", interrupted);
    }
  }

  /** Ends it at once, without a word: {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    awaitExit(Duration.ofSeconds(10));
  }

  /** Asks it to stop, and ends it if it does not. */
  @Override
  public void close() {
    end(process);
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException ending) {
      // this JVM is ending already
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException closed) {
      // the process is gone; what it said before is kept
    }
  }
}
