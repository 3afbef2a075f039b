package dev.bauta.agent.api.log;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.util.Arrays;

/** Arguments and values of key-value pairs, as a log would print them. Thread-safe. */
public final class Values {

  /**
   * Whether a class is one of those that write themselves into JSON: a structured argument of the
   * logstash encoder, or a marker. They are told by name, whichever loader they come from.
   */
  private static final ClassValue<Boolean> STRUCTURED =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isStructured(type);
        }
      };

  private final Masking masking;

  /** Values masked so. */
  public Values(Masking masking) {
    this.masking = masking;
  }

  /** Masks a value that belongs to no logger. */
  public Object hide(Object value) {
    return hide(null, value);
  }

  /**
   * Masks a value on its own.
   *
   * @param logger may be null
   * @return the same object when there is nothing to hide, or when it writes itself
   */
  public Object hide(String logger, Object value) {
    if (value instanceof String text) {
      return masking.text(Sink.LOG, logger, text);
    }
    if (value == null || value instanceof Boolean || value instanceof Enum<?>) {
      return value;
    }
    if (value instanceof Object[] || value instanceof Throwable) {
      String text = print(value);
      Object masked = masking.text(Sink.LOG, logger, text);
      return masked == (Object) text ? value : masked;
    }
    return isStructured(value) ? value : masking.printed(Sink.LOG, logger, value);
  }

  /** A structured value as masked text, for those who print it; anything else as it is. */
  public Object structuredAsText(Object value) {
    if (value == null || value instanceof String || !isStructured(value)) {
      return value;
    }
    String text = print(value);
    Object masked = masking.text(Sink.LOG, null, text);
    return masked == (Object) text ? value : masked;
  }

  /** Whether the value writes itself into JSON and so must stay what it is. */
  public static boolean isStructured(Object value) {
    return STRUCTURED.get(value.getClass());
  }

  /** The text that a log shows for a value. */
  public static String print(Object value) {
    return value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
  }

  private static boolean isStructured(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Class<?> implemented : at.getInterfaces()) {
        String name = implemented.getName();
        if (name.equals("net.logstash.logback.argument.StructuredArgument")
            || name.equals("org.slf4j.Marker")
            || isStructured(implemented)) {
          return true;
        }
      }
    }
    return false;
  }
}
