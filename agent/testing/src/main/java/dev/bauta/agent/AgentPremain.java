package dev.bauta.agent;

import dev.bauta.agent.testing.TestAgent;
import java.lang.instrument.Instrumentation;
import java.util.function.Function;

/**
 * Stands in for the shipped premain class in tests of instrumentations: rewritten code looks for
 * this name on the system class loader.
 */
public final class AgentPremain {

  /** What rewritten code asks for its functions. */
  @SuppressWarnings("NonFinalStaticField") // the link is a public field by contract
  public static volatile Function<String, Object> link;

  private AgentPremain() {}

  /**
   * Runs in a {@link dev.bauta.agent.testing.ForkedJvm}: every instrumentation on the class path.
   */
  public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
    TestAgent.ofServices().install(instrumentation);
  }
}
