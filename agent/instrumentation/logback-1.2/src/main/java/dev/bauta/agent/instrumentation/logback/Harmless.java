package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.log.Throwables;
import dev.bauta.agent.api.log.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What takes the place of a value that could not be masked: the same type, and nothing to read. */
final class Harmless implements UnaryOperator<Object> {

  @Override
  public Object apply(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Throwable thrown) {
      return Throwables.masked(thrown);
    }
    if (value instanceof Object[] arguments) {
      return arguments(arguments);
    }
    if (value instanceof Map<?, ?> context) {
      return context(context);
    }
    if (value instanceof List<?>) {
      return new ArrayList<>(); // key-value pairs of a shape we do not know
    }
    return value instanceof String || Values.isStructured(value)
        ? Masking.MASKED
        : Pairs.masked(value);
  }

  private static Object[] arguments(Object[] arguments) {
    Object[] masked = new Object[arguments.length];
    Arrays.fill(masked, Masking.MASKED);
    int last = masked.length - 1;
    if (last >= 0 && arguments[last] instanceof Throwable) {
      masked[last] = arguments[last]; // its messages are masked in its proxy
    }
    return masked;
  }

  private static Map<Object, Object> context(Map<?, ?> context) {
    Map<Object, Object> masked = new HashMap<>();
    try {
      for (Object key : context.keySet()) {
        masked.put(key, Masking.MASKED);
      }
    } catch (RuntimeException incomplete) {
      // fewer keys, and no value
    }
    return masked;
  }
}
