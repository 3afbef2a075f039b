package dev.bauta.agent.instrumentation.piitostring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;

/** A value of the same class that says nothing, for code that formats by class. */
final class Neutral {

  private static final UUID NO_ID = new UUID(0, 0);

  private Neutral() {}

  /** Null where the class has none. */
  static Object of(Object value) {
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Boolean) {
      return Boolean.FALSE;
    }
    if (value instanceof Character) {
      return '*';
    }
    return value instanceof UUID ? NO_ID : null;
  }

  private static Object number(Number value) {
    if (value instanceof Integer) {
      return 0;
    }
    if (value instanceof Long) {
      return 0L;
    }
    if (value instanceof Double) {
      return 0d;
    }
    if (value instanceof Float) {
      return 0f;
    }
    if (value instanceof Short) {
      return (short) 0;
    }
    if (value instanceof Byte) {
      return (byte) 0;
    }
    if (value instanceof BigDecimal) {
      return BigDecimal.ZERO;
    }
    return value instanceof BigInteger ? BigInteger.ZERO : null;
  }
}
