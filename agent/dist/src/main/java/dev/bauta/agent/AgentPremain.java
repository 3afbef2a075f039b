package dev.bauta.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The door. The only class of the agent that the application's class loader holds while it runs: it
 * makes the agent's own loader, starts the agent there and keeps the link that rewritten code
 * calls.
 *
 * <p>Before the application's main nothing here logs, opens a file system or touches JMX: each of
 * them would settle something that the application has the right to settle first.
 *
 * <p>Where classes were woven at build time and nobody gave {@code -javaagent}, the first of them
 * to be used starts the agent, without the JVM's instrumentation and whatever module that would
 * need. Thread-safe: it starts once, whoever comes first.
 */
public final class AgentPremain implements Function<String, Object> {

  /**
   * From the name of a hook to its function. Rewritten code resolves it once a call site. Never
   * null: before the agent has started it is what starts it.
   */
  public static volatile Function<String, Object> link = new AgentPremain();

  private static boolean begun;
  private static String options;

  /** Why there is no link, or null. */
  private static String failure;

  private AgentPremain() {}

  /** Called by the JVM before main, with what stands after {@code =} in the option, or null. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    boolean started;
    try {
      started = start(arguments, instrumentation);
    } catch (Throwable thrown) {
      System.err.println("[bauta] cannot start: " + thrown);
      System.err.println("[bauta] The JVM does not start without its masking.");
      started = false;
    }
    if (!started) {
      // Not an exception: the JVM would print a stack trace of its own over our message.
      Runtime.getRuntime().halt(1);
    }
  }

  private static synchronized boolean start(String arguments, Instrumentation instrumentation)
      throws Exception {
    if (begun) {
      System.err.println("[bauta] is given twice as -javaagent; the second one is left out.");
      return true;
    }
    if (isLinked()) {
      System.err.println(
          "[bauta] Another agent has used classes woven at build time before this one came."
              + " Name bauta-agent.jar as the first -javaagent.");
      return false;
    }
    begun = true;
    options = arguments;
    failure = "is being started";
    boolean started =
        (boolean)
            core("AgentStart")
                .getMethod("start", String.class, Instrumentation.class, Consumer.class)
                .invoke(null, arguments, instrumentation, publisher());
    failure = null;
    return started;
  }

  /**
   * Called by woven code while nothing is linked: starts the agent without instrumentation.
   *
   * @param hook the name of a hook
   * @return its function
   * @throws IllegalStateException where this jar cannot be used at all; the value for which the
   *     hook was asked goes nowhere
   */
  @Override
  public Object apply(String hook) {
    return started().apply(hook);
  }

  private static synchronized Function<String, Object> started() {
    if (isLinked()) {
      return link;
    }
    if (failure == null) {
      startWoven();
    }
    if (!isLinked()) {
      throw new IllegalStateException("bauta-agent.jar " + failure);
    }
    return link;
  }

  private static boolean isLinked() {
    return link.getClass() != AgentPremain.class;
  }

  private static void startWoven() {
    failure = "is being started";
    try {
      core("WovenStart")
          .getMethod("start", String.class, Consumer.class)
          .invoke(null, options, publisher());
      failure = null;
    } catch (Throwable thrown) {
      failure = "cannot start, and nothing may go out unmasked: " + reason(thrown);
    }
  }

  private static Throwable reason(Throwable thrown) {
    return thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
  }

  private static Class<?> core(String name) throws Exception {
    return AgentClassLoader.open().loadClass("dev.bauta.agent.core." + name);
  }

  private static Consumer<Function<String, Object>> publisher() {
    return functions -> link = functions;
  }
}
