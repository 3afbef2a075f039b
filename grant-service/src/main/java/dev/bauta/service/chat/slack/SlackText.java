package dev.bauta.service.chat.slack;

import java.util.function.UnaryOperator;

/**
 * Makes text that people wrote fit to be shown: personal data hidden, on one line, without control
 * and direction characters, with {@code & < >} escaped, and short enough. Thread-safe.
 */
final class SlackText {
  private static final String MORE = "…";

  private final UnaryOperator<String> hidePersonal;

  SlackText(UnaryOperator<String> hidePersonal) {
    this.hidePersonal = hidePersonal;
  }

  /** At most {@code longest} characters of Slack's count, which is after escaping. */
  String shown(String written, int longest) {
    return escaped(hidePersonal.apply(written), longest);
  }

  /** For names out of the configuration. */
  static String escaped(String text, int longest) {
    StringBuilder out = new StringBuilder(Math.min(longest, text.length() + 16));
    int whole = 0; // the length up to which an ellipsis still fits
    boolean space = true;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean blank = isBlank(c);
      if (blank && space) continue;
      String unit = blank ? " " : unit(c);
      // cut between units only: half an entity or half a pair would show as something else
      if (out.length() + unit.length() > longest) {
        out.setLength(whole);
        return out.append(MORE).toString();
      }
      out.append(unit);
      space = blank;
      if (out.length() <= longest - MORE.length()) whole = out.length();
    }
    return out.toString().stripTrailing();
  }

  /** As {@link #escaped}, for text of ours that has lines. */
  static String lines(String text, int longest) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n")) {
      int room = longest - out.length() - 1;
      if (room < MORE.length()) break;
      if (out.length() > 0) out.append('\n');
      out.append(escaped(line, room));
    }
    return out.toString();
  }

  private static String unit(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> isSurrogate(c) ? "\uFFFD" : Character.toString(c);
    };
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  // control and format characters could reorder or fake lines of a card
  private static boolean isBlank(int c) {
    int type = Character.getType(c);
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || type == Character.CONTROL
        || type == Character.FORMAT;
  }
}
