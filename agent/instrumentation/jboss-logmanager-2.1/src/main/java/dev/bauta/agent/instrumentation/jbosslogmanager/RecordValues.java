package dev.bauta.agent.instrumentation.jbosslogmanager;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.log.ContextValues;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.logging.LogRecord;

/** What a record gives out of its context; the same object when nothing is hidden. Thread-safe. */
final class RecordValues {

  private final Masking masking;
  private final ContextValues context;

  RecordValues(Masking masking) {
    this.masking = masking;
    this.context = new ContextValues(masking);
  }

  /** All of the context: a map of the caller's own. */
  final class Context implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object logRecord, Object map) {
      return map == null
          ? null
          : context.hideAll(((LogRecord) logRecord).getLoggerName(), (Map<?, ?>) map);
    }
  }

  /** One value of the context. The logger is not known here: rules for loggers do not reach it. */
  final class Keyed implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object key, Object value) {
      return context.hide(key, value);
    }
  }

  /** The nested context. */
  final class Nested implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object logRecord, Object text) {
      return masking.text(Sink.LOG, ((LogRecord) logRecord).getLoggerName(), (String) text);
    }
  }
}
