package dev.bauta.agent.instrumentation.piitostring;

import java.lang.reflect.Array;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;

/**
 * Takes the texts of known values out of a text. Reads plain values of the JDK only: any other
 * object's {@code toString()} may load from a database, or never end.
 */
final class TextScrubber {

  /** From this length on a text is replaced wherever it stands; too rare to be there by chance. */
  private static final int LONG = 6;

  private static final int MAX_DEPTH = 3;
  private static final int MAX_ELEMENTS = 64;

  private final BinaryOperator<String> mask;

  /**
   * @param mask takes (tag, text)
   */
  TextScrubber(BinaryOperator<String> mask) {
    this.mask = mask;
  }

  /**
   * @param tagsAndValues tags and values by turns
   * @param shortOnes whether short values count as well, where they stand alone
   */
  String scrub(Object[] tagsAndValues, String text, boolean shortOnes) {
    String scrubbed = text;
    for (int i = 0; i < tagsAndValues.length; i += 2) {
      String tag = (String) tagsAndValues[i];
      scrubbed = value(tag, tagsAndValues[i + 1], scrubbed, shortOnes, 0);
    }
    return scrubbed;
  }

  private String value(String tag, Object value, String text, boolean shortOnes, int depth) {
    if (value == null || depth > MAX_DEPTH) {
      return text;
    }
    if (value instanceof CharSequence chars) {
      return replace(tag, chars.toString(), text, shortOnes, false);
    }
    if (value instanceof char[] chars) {
      return replace(tag, new String(chars), text, shortOnes, false);
    }
    if (value instanceof Number) {
      return value.getClass().getName().startsWith("java.")
          ? replace(tag, value.toString(), text, shortOnes, true)
          : text;
    }
    if (isPlain(value)) {
      return replace(tag, value.toString(), text, shortOnes, false);
    }
    return elements(tag, value, text, shortOnes, depth + 1);
  }

  private String elements(String tag, Object value, String text, boolean shortOnes, int depth) {
    String scrubbed = text;
    if (value instanceof Object[] array && array.length <= MAX_ELEMENTS) {
      for (Object element : array) {
        scrubbed = value(tag, element, scrubbed, shortOnes, depth);
      }
    } else if (value.getClass().isArray() && !(value instanceof Object[])) {
      int length = Array.getLength(value);
      for (int i = 0; i < length && length <= MAX_ELEMENTS; i++) {
        scrubbed = value(tag, Array.get(value, i), scrubbed, shortOnes, depth);
      }
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      scrubbed = value(tag, optional.get(), scrubbed, shortOnes, depth);
    } else if (value.getClass().getName().startsWith("java.util.")) {
      Collection<?> elements =
          value instanceof Map<?, ?> map
              ? map.values()
              : value instanceof Collection<?> collection ? collection : null;
      if (elements != null && elements.size() <= MAX_ELEMENTS) {
        for (Object element : elements) {
          scrubbed = value(tag, element, scrubbed, shortOnes, depth);
        }
      }
    }
    return scrubbed;
  }

  private String replace(
      String tag, String value, String text, boolean shortOnes, boolean isNumber) {
    boolean anywhere = value.length() >= LONG && !isNumber;
    if (value.isEmpty() || value.length() < LONG && !shortOnes) {
      return text;
    }
    int from = 0;
    int found = find(text, value, from, anywhere, isNumber);
    if (found < 0) {
      return text;
    }
    String masked = String.valueOf(mask.apply(tag, value));
    StringBuilder out = new StringBuilder(text.length() + masked.length());
    while (found >= 0) {
      out.append(text, from, found).append(masked);
      from = found + value.length();
      found = find(text, value, from, anywhere, isNumber);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int find(String text, String value, int from, boolean anywhere, boolean digits) {
    int last = text.length() - value.length();
    for (int i = from; i <= last; i++) {
      if (text.regionMatches(anywhere, i, value, 0, value.length())
          && (anywhere || standsAlone(text, i, i + value.length(), digits))) {
        return i;
      }
    }
    return -1;
  }

  /** Not part of a longer word; of a longer number, for numbers ("36y" holds 36). */
  private static boolean standsAlone(String text, int from, int to, boolean digits) {
    return !(from > 0 && joins(text.charAt(from - 1), digits))
        && !(to < text.length() && joins(text.charAt(to), digits));
  }

  private static boolean joins(char neighbour, boolean digits) {
    return digits ? Character.isDigit(neighbour) : Character.isLetterOrDigit(neighbour);
  }

  private static boolean isPlain(Object value) {
    return value instanceof Boolean
        || value instanceof Character
        || value instanceof UUID
        || value instanceof Date
        || value instanceof Enum<?>
        || value instanceof TemporalAccessor && value.getClass().getName().startsWith("java.time.");
  }
}
