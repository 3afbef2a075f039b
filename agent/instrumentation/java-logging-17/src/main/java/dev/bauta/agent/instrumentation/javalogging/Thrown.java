package dev.bauta.agent.instrumentation.javalogging;

import dev.bauta.agent.api.log.Throwables;
import java.util.function.UnaryOperator;
import java.util.logging.LogRecord;

/** Masks the thrown of a record, and nothing else of it; gives the same record. Thread-safe. */
final class Thrown implements UnaryOperator<Object> {

  private final Throwables throwables;

  Thrown(Throwables throwables) {
    this.throwables = throwables;
  }

  @Override
  public Object apply(Object logRecord) {
    LogRecord record = (LogRecord) logRecord;
    if (record != null) {
      Records.hideThrown(record, throwables);
    }
    return record;
  }
}
