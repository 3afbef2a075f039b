package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.util.function.UnaryOperator;

/**
 * Which logger's event a thread is making proxies of throwables for: a proxy does not know. Kept
 * only while there are rules for loggers.
 */
final class ThrownBy {

  private final ThreadLocal<Object> logger = new ThreadLocal<>();
  private final Masking masking;

  ThrownBy(Masking masking) {
    this.masking = masking;
  }

  /** Takes a logger's name before its event makes a proxy, and null afterwards. */
  final class Turn implements UnaryOperator<Object> {
    @Override
    public Object apply(Object name) {
      if (masking.hasLoggerRules()) {
        if (name == null) {
          logger.remove();
        } else {
          logger.set(name);
        }
      }
      return name;
    }
  }

  /** The texts of throwables. */
  final class Texts implements UnaryOperator<Object> {
    @Override
    public Object apply(Object text) {
      String name = masking.hasLoggerRules() ? (String) logger.get() : null;
      return masking.text(Sink.LOG, name, (String) text);
    }
  }
}
