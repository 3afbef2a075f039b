package dev.bauta.agent.instrumentation.javalogging;

import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Formats a record without a logger: asking for one would start the log manager, which belongs to
 * the application and may not be chosen yet.
 */
final class Canary extends Formatter {

  private Canary() {}

  static String show(String canary) {
    LogRecord record = new LogRecord(Level.INFO, "canary {0}");
    record.setLoggerName("bauta.canary");
    record.setParameters(new Object[] {canary});
    return new Canary().format(record);
  }

  @Override
  public String format(LogRecord record) {
    return formatMessage(record);
  }
}
