package dev.bauta.agent;

import java.lang.reflect.InvocationTargetException;

/**
 * The other door: {@code java -jar bauta-agent.jar} is the command line. It lies in the agent's own
 * loader like everything else, so an application that has the jar as its agent never loads any of
 * it.
 */
public final class Main {

  private Main() {}

  /** Runs the command line, which ends the JVM with its exit code. */
  public static void main(String[] arguments) throws Exception {
    Class<?> cli = AgentClassLoader.open().loadClass("dev.bauta.cli.Cli");
    try {
      cli.getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException failed) {
      System.err.println("[bauta] failed: " + failed.getCause().getClass().getName());
      System.exit(2);
    }
  }
}
