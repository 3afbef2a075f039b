package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.log.Throwables;
import java.util.function.BiFunction;

/**
 * The throwable that goes with a message, as it enters the logger: a copy of the same class where
 * something is to be hidden, for appenders and tracers that take the throwable itself. Where no
 * such copy can be made the event keeps it, and only what Log4j prints is masked. Thread-safe.
 */
final class LoggedThrowables implements BiFunction<Object, Object, Object> {

  private final Throwables throwables;

  LoggedThrowables(Masking masking) {
    throwables = new Throwables(masking);
  }

  @Override
  public Object apply(Object logger, Object thrown) {
    return thrown == null ? null : throwables.hideInSameClass((String) logger, (Throwable) thrown);
  }
}
