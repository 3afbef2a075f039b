package dev.bauta.agent.instrumentation.javalogging;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.log.Throwables;
import java.util.function.UnaryOperator;
import java.util.logging.LogRecord;

/** What takes the place of a value that could not be masked: a record is emptied. */
final class Harmless implements UnaryOperator<Object> {

  @Override
  public Object apply(Object value) {
    if (!(value instanceof LogRecord record)) {
      return Masking.MASKED;
    }
    record.setMessage(Masking.MASKED);
    record.setParameters(null);
    Throwable thrown = record.getThrown();
    record.setThrown(thrown == null ? null : Throwables.masked(thrown));
    return record;
  }
}
