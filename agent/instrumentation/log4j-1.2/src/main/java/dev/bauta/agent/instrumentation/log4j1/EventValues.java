package dev.bauta.agent.instrumentation.log4j1;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.log.ContextValues;
import dev.bauta.agent.api.log.Throwables;
import dev.bauta.agent.api.log.Values;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What an event holds or gives out; the same object when nothing is hidden. Thread-safe. */
final class EventValues {

  private final Masking masking;
  private final Values values;
  private final ContextValues context;
  private final Throwables throwables;

  EventValues(Masking masking) {
    this.masking = masking;
    this.values = new Values(masking);
    this.context = new ContextValues(masking);
    this.throwables = new Throwables(masking);
  }

  /** The message as printed, or the nested context. */
  final class Text implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object logger, Object text) {
      return masking.text(Sink.LOG, (String) logger, (String) text);
    }
  }

  /** The message as it was logged; text where it is an object that shows something. */
  final class Message implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object logger, Object message) {
      return message instanceof Throwable thrown
          ? throwables.hide((String) logger, thrown)
          : values.hide((String) logger, message);
    }
  }

  /** All of the context. */
  final class Context implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object logger, Object map) {
      Map<?, ?> all = (Map<?, ?>) map;
      if (all == null) {
        return null;
      }
      Hashtable<Object, Object> copy = null; // the type of the event's own copy
      for (Map.Entry<?, ?> entry : all.entrySet()) {
        Object hidden = context.hide((String) logger, entry.getKey(), entry.getValue());
        if (hidden != entry.getValue()) {
          if (copy == null) {
            copy = new Hashtable<>(all);
          }
          copy.put(entry.getKey(), hidden);
        }
      }
      return copy == null ? all : copy;
    }
  }

  /** One value of the context. The logger is not known here: rules for loggers do not reach it. */
  final class Keyed implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object key, Object value) {
      return context.hide(key, value);
    }
  }

  /** The lines of a throwable, looked at together: a message may go over several. */
  final class Lines implements UnaryOperator<Object> {
    @Override
    public Object apply(Object lines) {
      if (lines == null) {
        return null;
      }
      String text = String.join("\n", (String[]) lines);
      String masked = masking.text(Sink.LOG, null, text);
      return masked.equals(text) ? lines : masked.split("\n", -1);
    }
  }

  /** The throwable itself, which tracers and error trackers ask for. */
  final class Thrown implements UnaryOperator<Object> {
    @Override
    public Object apply(Object thrown) {
      return thrown == null ? null : throwables.hide((Throwable) thrown);
    }
  }
}
