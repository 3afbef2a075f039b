package dev.bauta.agent.api.log;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.util.function.BiFunction;

/** The messages of an event: as written in the code, and as printed. Thread-safe. */
public final class Messages implements BiFunction<Object, Object, Object> {

  private static final String PLACEHOLDER = "{}";

  private final Masking masking;

  /** Messages masked so. */
  public Messages(Masking masking) {
    this.masking = masking;
  }

  /** Masks a message; every placeholder stays. */
  @Override
  public Object apply(Object logger, Object message) {
    String text = (String) message;
    String masked = masking.text(Sink.LOG, (String) logger, text);
    if (masked == (Object) text || placeholders(text) == placeholders(masked)) {
      return masked;
    }
    // "password={} user={}": a rule took a placeholder for a value, and the arguments would move
    // up.
    return betweenPlaceholders((String) logger, text);
  }

  private String betweenPlaceholders(String logger, String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (int at = text.indexOf(PLACEHOLDER); at >= 0; at = text.indexOf(PLACEHOLDER, from)) {
      masked.append(masking.text(Sink.LOG, logger, text.substring(from, at))).append(PLACEHOLDER);
      from = at + PLACEHOLDER.length();
    }
    return masked.append(masking.text(Sink.LOG, logger, text.substring(from))).toString();
  }

  private static int placeholders(String text) {
    int count = 0;
    for (int at = text.indexOf(PLACEHOLDER); at >= 0; at = text.indexOf(PLACEHOLDER, at + 2)) {
      count++;
    }
    return count;
  }
}
