package dev.bauta.agent.instrumentation.javalogging;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.util.function.BiFunction;
import java.util.logging.LogRecord;

/** Messages as a formatter gives them out. Thread-safe. */
final class FormattedTexts implements BiFunction<Object, Object, Object> {

  private final Masking masking;

  FormattedTexts(Masking masking) {
    this.masking = masking;
  }

  @Override
  public Object apply(Object logRecord, Object text) {
    String logger = logRecord instanceof LogRecord record ? record.getLoggerName() : null;
    return masking.text(Sink.LOG, logger, (String) text);
  }
}
