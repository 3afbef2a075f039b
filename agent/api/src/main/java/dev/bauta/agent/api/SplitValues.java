package dev.bauta.agent.api;

import java.util.Arrays;

/**
 * Values that are whole in the printed line only: the halves of a card number in two arguments, or
 * the one half in the message. A printed line is masked as a whole, but there are encoders and
 * handlers that write the arguments one by one. Allocates nothing where no placeholders touch.
 * Thread-safe.
 */
public final class SplitValues {

  /** How placeholders are written. */
  public enum Style {
    /** <code>{}</code>, each for the next argument. */
    EMPTY,
    /** <code>{0}</code>, for the argument of that number. */
    NUMBERED
  }

  /** How far around the arguments the message may belong to the value. */
  private static final int REACH = 40;

  /** Fewer digits than these are no personal number. */
  private static final int TELLING_DIGITS = 7;

  /** A shorter part of a secret leaves too little in the other. */
  private static final int TELLING_LENGTH = 16;

  private final Masking masking;
  private final Style style;

  /** For messages of this style. */
  public SplitValues(Masking masking, Style style) {
    this.masking = masking;
    this.style = style;
  }

  /**
   * Hides arguments that are one value together, or with the message around them. Each of them is
   * masked on its own before.
   *
   * @param logger may be null
   * @param template the message with its placeholders; null has none
   * @param arguments never null; not written to
   * @return the same array where there is nothing to hide
   */
  public Object[] hide(String logger, String template, Object[] arguments) {
    Object[] hidden = arguments;
    if (template == null) {
      return hidden;
    }
    int before = 0;
    int ordinal = 0;
    for (int at = next(template, 0); at >= 0; ) {
      int first = ordinal;
      int end = end(template, at);
      int next = next(template, end);
      for (ordinal++; next >= 0 && isNear(template, end, next); ordinal++) {
        end = end(template, next);
        next = next(template, end);
      }
      int from = Math.max(before, at - REACH);
      int to = Math.min(next < 0 ? template.length() : next, end + REACH);
      Run run = new Run(template, from, at, end, to, first);
      if ((ordinal - first > 1 || run.touches()) && run.isTelling(hidden)) {
        hidden =
            run.found(logger, hidden) ? run.least(logger, hidden).hide(hidden, arguments) : hidden;
      }
      before = end;
      at = next;
    }
    return hidden;
  }

  private int next(String template, int from) {
    if (style == Style.EMPTY) {
      return template.indexOf("{}", from);
    }
    for (int at = template.indexOf('{', from); at >= 0; at = template.indexOf('{', at + 1)) {
      boolean digit = at + 1 < template.length() && isDigit(template.charAt(at + 1));
      if (digit && template.indexOf('}', at) > 0) {
        return at;
      }
    }
    return -1;
  }

  private static int end(String template, int at) {
    return template.indexOf('}', at) + 1;
  }

  /** Which argument the placeholder is for; -1 for none. */
  private int index(String template, int at, int ordinal) {
    if (style == Style.EMPTY) {
      return ordinal;
    }
    int index = 0;
    for (int i = at + 1; i < template.length() && isDigit(template.charAt(i)); i++) {
      index = Math.min(index * 10 + template.charAt(i) - '0', 1 << 20);
    }
    return index;
  }

  /** Whether nothing, or one sign that may stand inside a value, is between two placeholders. */
  private static boolean isNear(String template, int end, int next) {
    return end == next || next - end == 1 && isSeparator(template.charAt(end));
  }

  private static boolean isSeparator(char c) {
    return " -./:_@+".indexOf(c) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Placeholders that stand together, and the text around them.
   *
   * @param from where the text before begins
   * @param at where the first placeholder begins
   * @param end behind the last one
   * @param to where the text behind ends
   * @param first how many placeholders are before
   */
  private final class Run {
    private final String template;
    private final int from;
    private final int at;
    private final int end;
    private final int to;
    private final int first;

    Run(String template, int from, int at, int end, int to, int first) {
      this.template = template;
      this.from = from;
      this.at = at;
      this.end = end;
      this.to = to;
      this.first = first;
    }

    /** Whether a value may go on in the text before or behind. */
    boolean touches() {
      return at > from && goesOn(at - 1, at - 2) || end < to && goesOn(end, end + 1);
    }

    private boolean goesOn(int near, int far) {
      char c = template.charAt(near);
      return isPart(c)
          || isSeparator(c) && far >= from && far < to && isDigit(template.charAt(far));
    }

    private static boolean isPart(char c) {
      return Character.isLetterOrDigit(c) || c == '@' || c == '_' || c == '+';
    }

    boolean isTelling(Object[] arguments) {
      int digits = digits(template, from, at) + digits(template, end, to);
      boolean sign = template.indexOf('@', from) >= 0;
      int length = 0;
      int ordinal = first;
      for (int i = at; i >= 0 && i < end; i = next(template, i + 1)) {
        int index = index(template, i, ordinal++);
        Object value = index < arguments.length ? arguments[index] : null;
        if (value instanceof CharSequence text) {
          int most = Math.min(text.length(), REACH); // a longer one is judged on its own
          digits += digits(text, 0, most);
          length += most;
          sign |= has(text, most, '@');
        } else if (value instanceof Integer || value instanceof Long) {
          digits += digits(((Number) value).longValue());
        } else if (value instanceof Character) {
          length++;
          digits += isDigit((Character) value) ? 1 : 0;
        } else if (value != null && !(value instanceof Boolean)) {
          return !(value instanceof Throwable);
        }
      }
      return sign || digits >= TELLING_DIGITS || length >= TELLING_LENGTH;
    }

    /** Whether the line, as far as this run goes, holds a value. */
    boolean found(String logger, Object[] arguments) {
      String line = line(arguments);
      return !line.equals(masking.text(Sink.LOG, logger, line));
    }

    /** The shortest part of this run that holds the value: its neighbours stay. */
    Run least(String logger, Object[] arguments) {
      Run least = this;
      for (Run less = withoutLast(); less != null && less.found(logger, arguments); ) {
        least = less;
        less = less.withoutLast();
      }
      for (Run less = least.withoutFirst(); less != null && less.found(logger, arguments); ) {
        least = less;
        less = less.withoutFirst();
      }
      return least;
    }

    private Run withoutLast() {
      int shorter = -1;
      for (int i = at; next(template, i + 1) >= 0 && next(template, i + 1) < end; ) {
        shorter = SplitValues.end(template, i);
        i = next(template, i + 1);
      }
      return shorter < 0 ? null : new Run(template, from, at, shorter, shorter, first);
    }

    private Run withoutFirst() {
      int second = next(template, at + 1);
      return second < 0 || second >= end
          ? null
          : new Run(template, second, second, end, to, first + 1);
    }

    Object[] hide(Object[] sofar, Object[] arguments) {
      Object[] hidden = // not clone(): the array may be an Integer[]
          sofar == arguments ? Arrays.copyOf(arguments, arguments.length, Object[].class) : sofar;
      int ordinal = first;
      for (int i = at; i >= 0 && i < end; i = next(template, i + 1)) {
        int index = index(template, i, ordinal++);
        if (index < hidden.length && hidden[index] != null) {
          hidden[index] = Masking.MASKED;
        }
      }
      return hidden;
    }

    private String line(Object[] arguments) {
      StringBuilder line = new StringBuilder(template.length() + 32).append(template, from, at);
      int ordinal = first;
      int copied = at;
      for (int i = at; i >= 0 && i < end; i = next(template, i + 1)) {
        int index = index(template, i, ordinal++);
        line.append(template, copied, i);
        line.append(index < arguments.length ? print(arguments[index]) : "");
        copied = SplitValues.end(template, i);
      }
      return line.append(template, end, to).toString();
    }

    private static String print(Object value) {
      return value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
    }

    private static int digits(CharSequence text, int from, int to) {
      int digits = 0;
      for (int i = from; i < to; i++) {
        digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
      }
      return digits;
    }

    private static int digits(long number) {
      int digits = 1;
      for (long left = number / 10; left != 0; left /= 10) {
        digits++;
      }
      return digits;
    }

    private static boolean has(CharSequence text, int to, char wanted) {
      for (int i = 0; i < to; i++) {
        if (text.charAt(i) == wanted) {
          return true;
        }
      }
      return false;
    }
  }
}
