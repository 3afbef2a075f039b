package dev.bauta.agent.instrumentation.javalogging;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.SplitValues;
import dev.bauta.agent.api.log.Throwables;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.logging.LogRecord;

/**
 * Masks a record in place, through its own setters. A record logged twice is masked twice, to the
 * same result. Thread-safe as far as records are.
 */
public final class Records implements UnaryOperator<Object> {

  private final Masking masking;
  private final Throwables throwables;
  private final SplitValues split;

  /** Masks with these. */
  public Records(Masking masking, Throwables throwables) {
    this.masking = masking;
    this.throwables = throwables;
    split = new SplitValues(masking, SplitValues.Style.NUMBERED);
  }

  /** Masks message, parameters and thrown; gives the same record. */
  @Override
  public Object apply(Object logRecord) {
    LogRecord record = (LogRecord) logRecord;
    if (record != null) {
      hideMessage(record);
      hideParameters(record);
      hideThrown(record, throwables);
    }
    return record;
  }

  /** Masks the thrown of a record. */
  static void hideThrown(LogRecord record, Throwables throwables) {
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      Throwable hidden = throwables.hide(record.getLoggerName(), thrown);
      if (hidden != thrown) {
        record.setThrown(hidden);
      }
    }
  }

  private void hideMessage(LogRecord record) {
    Object message = record.getMessage();
    String logger = record.getLoggerName();
    Object masked = masking.text(Sink.LOG, logger, (String) message);
    if (masked == message) {
      return;
    }
    boolean whole = places((String) message) == places((String) masked);
    record.setMessage(whole ? (String) masked : maskedBetweenPlaces(logger, (String) message));
  }

  private void hideParameters(LogRecord record) {
    Object[] parameters = record.getParameters();
    if (parameters == null) {
      return;
    }
    Object[] copy = null;
    String logger = record.getLoggerName();
    for (int i = 0; i < parameters.length; i++) {
      Object hidden = hideParameter(logger, parameters[i]);
      if (hidden != parameters[i]) {
        if (copy == null) { // not clone(): the array may be an Integer[]
          copy = Arrays.copyOf(parameters, parameters.length, Object[].class);
        }
        copy[i] = hidden;
      }
    }
    Object[] hidden = split.hide(logger, record.getMessage(), copy == null ? parameters : copy);
    if (hidden != parameters) {
      record.setParameters(hidden);
    }
  }

  private Object hideParameter(String logger, Object value) {
    if (value == null || value instanceof Boolean || value instanceof Enum<?>) {
      return value;
    }
    if (value instanceof String text) {
      return masking.text(Sink.LOG, logger, text);
    }
    try {
      if (value instanceof Object[] || value instanceof Throwable) {
        String text =
            value instanceof Object[] array ? Arrays.deepToString(array) : value.toString();
        Object masked = masking.text(Sink.LOG, logger, text);
        return masked == (Object) text ? value : masked;
      }
      return masking.printed(Sink.LOG, logger, value);
    } catch (Throwable failure) { // a toString() that throws costs its own parameter only
      masking.failed(failure);
      return masking.instead(Sink.LOG, value);
    }
  }

  /** For a rule that took {@code {0}} for a value: the parameter must not lose its place. */
  private String maskedBetweenPlaces(String logger, String message) {
    StringBuilder masked = new StringBuilder(message.length());
    int from = 0;
    for (int at = place(message, 0); at >= 0; at = place(message, from)) {
      int end = message.indexOf('}', at) + 1;
      masked
          .append(masking.text(Sink.LOG, logger, message.substring(from, at)))
          .append(message, at, end);
      from = end;
    }
    return masked.append(masking.text(Sink.LOG, logger, message.substring(from))).toString();
  }

  private static int places(String message) {
    int count = 0;
    for (int at = place(message, 0); at >= 0; at = place(message, at + 1)) {
      count++;
    }
    return count;
  }

  /** Where the next parameter's place begins: an opening brace, a digit and a closing brace. */
  private static int place(String message, int from) {
    for (int at = message.indexOf('{', from); at >= 0; at = message.indexOf('{', at + 1)) {
      boolean digit = at + 1 < message.length() && Character.isDigit(message.charAt(at + 1));
      if (digit && message.indexOf('}', at) > 0) {
        return at;
      }
    }
    return -1;
  }
}
