package dev.bauta.agent.core;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;

/** Any object as a logger or serialiser would print it. */
final class PrintedValue {

  /** The smallest number that can be a payment card or another personal number without context. */
  private static final long PERSONAL_NUMBER = 1_000_000_000_000L;

  private PrintedValue() {}

  /** The same object when there is nothing to hide, else its masked text. */
  static Object mask(Masking masking, Sink sink, String field, Object value) {
    if (value == null || value instanceof Throwable) {
      return value;
    }
    if (value instanceof String string) {
      return masking.text(sink, field, string);
    }
    if (value instanceof Number number && !personal(number) || value instanceof Boolean) {
      return value;
    }
    try {
      String printed = String.valueOf(value);
      String masked = masking.text(sink, field, printed);
      return masked == null || masked.equals(printed) ? value : masked;
    } catch (Throwable failure) {
      // The application's toString() threw. The logger would meet it again, and print its message.
      return masking.instead(sink, value);
    }
  }

  private static boolean personal(Number number) {
    return !(number instanceof Integer)
        && !(number instanceof Double)
        && !(number instanceof Float)
        && !(number instanceof Long l && Math.abs(l) < PERSONAL_NUMBER);
  }
}
