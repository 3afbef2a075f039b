package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.api.Masking;

/**
 * What stands around a placeholder and says what its value is: {@code pin=} in {@code "order {}
 * pin={}"}. Encoders that print arguments by themselves lose it, so a value is judged together with
 * it.
 *
 * @param before the label with its sign and opening quote
 * @param after the closing quote, or nothing
 */
record Label(String before, String after) {

  /**
   * The label before a placeholder, or null where there is none.
   *
   * @param from where the text after the placeholder before begins
   * @param at where the placeholder is
   * @param index which argument it takes
   */
  static Label before(String template, int from, int at, int index, Object[] arguments) {
    int i = skipQuotes(template, from, at);
    if (i == from || !isSign(template.charAt(i - 1))) {
      return null;
    }
    i = skipQuotes(template, from, i - 1);
    int end = i;
    while (i > from && isName(template.charAt(i - 1))) {
      i--;
    }
    if (i == end) { // "{}={}": the argument before is the label
      return i == from && index > 0
          ? of(arguments[index - 1] + template.substring(from, at), template, at)
          : null;
    }
    if (i > from && isQuote(template.charAt(i - 1))) {
      i--;
    }
    return of(template.substring(i, at), template, at);
  }

  String apply(String value) {
    return before + value + after;
  }

  /** The value's part of a labelled text that was masked. */
  String valueIn(String masked) {
    return masked.length() >= before.length() + after.length()
            && masked.startsWith(before)
            && masked.endsWith(after)
        ? masked.substring(before.length(), masked.length() - after.length())
        : Masking.MASKED;
  }

  private static Label of(String before, String template, int at) {
    int next = at + 2;
    boolean quoted = next < template.length() && isQuote(template.charAt(next));
    return new Label(before, quoted ? template.substring(next, next + 1) : "");
  }

  private static int skipQuotes(String text, int from, int end) {
    int i = end;
    while (i > from && (text.charAt(i - 1) == ' ' || isQuote(text.charAt(i - 1)))) {
      i--;
    }
    return i;
  }

  private static boolean isSign(char c) {
    return c == '=' || c == ':';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
