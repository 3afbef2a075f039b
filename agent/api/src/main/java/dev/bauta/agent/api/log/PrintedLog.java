package dev.bauta.agent.api.log;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What loggers share that print an event at once: its message is masked on the way in, and so is
 * its throwable. Thread-safe.
 *
 * @param masking what is asked
 */
public record PrintedLog(Masking masking) {

  /**
   * Registers a filter that takes (logger's name, message). A message that is no text becomes one
   * where it shows something.
   */
  public void linkMessage(Links links, String hook) {
    links.filter(hook, new Message(new Values(masking), new Throwables(masking)), new Harmless());
  }

  /** Registers a filter that takes (logger's name, throwable). */
  public void linkThrown(Links links, String hook) {
    links.filter(hook, new Thrown(new Throwables(masking)), new Harmless());
  }

  /** Registers a filter that takes (logger's name, map of the logging context). */
  public void linkContext(Links links, String hook) {
    links.filter(hook, new Context(new ContextValues(masking)), new Harmless());
  }

  private record Message(Values values, Throwables throwables)
      implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object logger, Object message) {
      return message instanceof Throwable thrown
          ? throwables.hide((String) logger, thrown)
          : values.hide((String) logger, message);
    }
  }

  private record Thrown(Throwables throwables) implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object logger, Object thrown) {
      return thrown == null ? null : throwables.hide((String) logger, (Throwable) thrown);
    }
  }

  private record Context(ContextValues context) implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object logger, Object map) {
      return map == null ? null : context.hideAll((String) logger, (Map<?, ?>) map);
    }
  }

  private record Harmless() implements UnaryOperator<Object> {
    @Override
    public Object apply(Object value) {
      if (value instanceof Throwable thrown) {
        return Throwables.masked(thrown);
      }
      return value instanceof Map<?, ?> ? Map.of() : value == null ? null : Masking.MASKED;
    }
  }
}
