package dev.bauta.agent.core;

import dev.bauta.agent.api.Instrumentation;

/**
 * Proves a sink: personal data made up for the purpose goes in, and must not come out. Runs on the
 * agent's thread, once a library.
 */
final class Canary {

  /** Valid as an e-mail address, reserved by RFC 2606, and so nobody's. */
  private static final String VALUE = "bauta.canary@example.com";

  private Canary() {}

  static void send(Instrumentation owner, Class<?> hooked, SinkStatus status, SinkModes modes) {
    String shown;
    modes.proving(Thread.currentThread());
    try {
      shown = owner.showCanary(hooked, VALUE);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError untried) {
      if (isGone(hooked)) {
        status.notTried(owner);
        return;
      }
      status.canary(owner, false, "the canary could not be sent: " + untried);
      return;
    } finally {
      modes.proving(null);
    }
    if (shown == null) {
      return; // not to be tried without side effects: it stays "hooked"
    }
    boolean masked = !shown.contains(VALUE);
    status.canary(
        owner, masked, masked ? "canary masked" : "FAILED: leaking, the canary came out raw");
  }

  /**
   * Whether the class's loader was closed, as an application is undeployed: then it does not find
   * even the class's own file, and nothing can leak through it any more.
   */
  private static boolean isGone(Class<?> hooked) {
    ClassLoader loader = hooked.getClassLoader();
    try {
      return loader != null
          && loader.getResource(hooked.getName().replace('.', '/').concat(".class")) == null;
    } catch (RuntimeException | LinkageError stopped) {
      return true; // so do loaders of web applications say it
    }
  }
}
