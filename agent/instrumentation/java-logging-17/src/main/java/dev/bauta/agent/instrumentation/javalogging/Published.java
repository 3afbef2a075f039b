package dev.bauta.agent.instrumentation.javalogging;

import java.util.function.UnaryOperator;

/**
 * Masks a record that a handler is given, where no logger of this thread has just done so. Gives
 * the same record. As thread-safe as {@link Records}.
 */
record Published(Records records, LoggedNow logged) implements UnaryOperator<Object> {

  @Override
  public Object apply(Object logRecord) {
    return logged.is(logRecord) ? logRecord : records.apply(logRecord);
  }
}
