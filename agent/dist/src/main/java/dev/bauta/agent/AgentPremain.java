package dev.bauta.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The door. The only class of the agent that the application's class loader holds while it runs: it
 * makes the agent's own loader, starts the agent there and keeps the link that rewritten code
 * calls.
 *
 * <p>Before the application's main nothing here logs, opens a file system or touches JMX: each of
 * them would settle something that the application has the right to settle first.
 */
public final class AgentPremain {

  /**
   * From the name of a hook to its function. Rewritten code resolves it once a call site; null only
   * before the agent has started.
   */
  public static volatile Function<String, Object> link;

  private AgentPremain() {}

  /** Called by the JVM before main, with what stands after {@code =} in the option, or null. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    boolean started;
    try {
      started = start(arguments, instrumentation);
    } catch (Throwable failure) {
      System.err.println("[bauta] cannot start: " + failure);
      System.err.println("[bauta] The JVM does not start without its masking.");
      started = false;
    }
    if (!started) {
      // Not an exception: the JVM would print a stack trace of its own over our message.
      Runtime.getRuntime().halt(1);
    }
  }

  private static boolean start(String arguments, Instrumentation instrumentation) throws Exception {
    if (link != null) {
      System.err.println("[bauta] is given twice as -javaagent; the second one is left out.");
      return true;
    }
    ClassLoader loader = AgentClassLoader.open();
    Method start =
        loader
            .loadClass("dev.bauta.agent.core.AgentStart")
            .getMethod("start", String.class, Instrumentation.class, Consumer.class);
    Consumer<Function<String, Object>> publish = AgentPremain::publish;
    return (boolean) start.invoke(null, arguments, instrumentation, publish);
  }

  private static void publish(Function<String, Object> functions) {
    link = functions;
  }
}
