package dev.bauta.agent.instrumentation.log4j1;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.log.Throwables;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What takes the place of a value that could not be masked: the same type, nothing to read. */
final class Harmless implements UnaryOperator<Object> {

  @Override
  public Object apply(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof String[]) {
      return new String[] {Masking.MASKED};
    }
    if (value instanceof Throwable thrown) {
      return Throwables.masked(thrown);
    }
    return value instanceof Map<?, ?> ? new Hashtable<>() : Masking.MASKED;
  }
}
