package dev.bauta.agent.api.log;

import dev.bauta.agent.api.Masking;
import java.util.function.BiFunction;

/**
 * What is known of an event when its arguments are masked; made only while there are rules for
 * loggers.
 *
 * @param logger its name, or null
 * @param message as written in the code, or null
 */
public record Logged(String logger, String message) {

  /** Takes (logger, message) and gives the message alone where the logger does not matter. */
  public record Maker(Masking masking) implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object logger, Object message) {
      return masking.hasLoggerRules() ? new Logged((String) logger, (String) message) : message;
    }
  }
}
