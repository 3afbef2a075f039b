package dev.bauta.agent.instrumentation.jbosslogmanager;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.log.Throwables;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.LogRecord;

/** What takes the place of a value that could not be masked: a record is emptied, a map too. */
final class Harmless implements UnaryOperator<Object> {

  @Override
  public Object apply(Object value) {
    if (value instanceof Map<?, ?>) {
      return Map.of();
    }
    if (!(value instanceof LogRecord record)) {
      return value == null ? null : Masking.MASKED;
    }
    record.setParameters(null);
    record.setMessage(Masking.MASKED);
    Throwable thrown = record.getThrown();
    record.setThrown(thrown == null ? null : Throwables.masked(thrown));
    return record;
  }
}
