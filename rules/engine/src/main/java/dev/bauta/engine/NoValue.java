package dev.bauta.engine;

/** What stands behind a label and is no value: a mask, a place for one, a word for none. */
final class NoValue {

  private static final int MAX_WORD = 10;
  private static final int MAX_HASH = 8;

  private static final String[] WORDS = {
    "null",
    "none",
    "nil",
    "true",
    "false",
    "undefined",
    "empty",
    "unset",
    "missing",
    "string",
    "redacted",
    "masked",
    "hidden",
    "filtered",
    "removed",
    "protected",
    "n/a",
  };

  private NoValue() {}

  static boolean is(byte[] b, int from, int to, boolean quoted) {
    byte next = b[from + 1];
    return switch (b[from]) {
      case '*' -> all(b, from, to, '*');
      case 'x', 'X' -> to - from > 2 && all(b, from, to, b[from]);
      case '[' -> masked(b, from) || !quoted && (Ascii.blank(next) || next == '"' || next == '{');
      case '{' -> !quoted && (next == '}' || next == '"' || Ascii.blank(next));
      case '(' -> word(b, from + 1, b[to - 1] == ')' ? to - 1 : to);
      case '$', '#' -> next == '{';
      case '%' -> next == 's' || next == 'd' || next == 'X';
      default -> word(b, from, to);
    };
  }

  /**
   * What Java and Android print of an object: {@code Token{a64f992 …}}, {@code
   * android.os.BinderProxy@2bd79ce}. Not asked of passwords, which may look like anything.
   */
  static boolean object(byte[] b, int from, int to, int labelEnd) {
    int last = b[labelEnd - 1] | 0x20;
    if (last != 'n' && last != 'y' && last != 's') {
      return false;
    }
    int part = from;
    int i = from;
    while (i < to && (Ascii.wordy(b[i]) || b[i] == '.' || b[i] == '$')) {
      part = b[i] == '.' || b[i] == '$' ? i + 1 : part;
      i++;
    }
    if (i == from || !Ascii.capital(b[part])) {
      return false;
    }
    return b[i] == '{' || b[i] == '@' && hash(b, i + 1);
  }

  private static boolean hash(byte[] b, int from) {
    int i = from;
    while (Ascii.hex(b[i])) {
      i++;
    }
    return i > from && i - from <= MAX_HASH && !Ascii.wordy(b[i]) && b[i] != '.';
  }

  /** {@code [SECRET]}, {@code [IPV4]}, {@code [Filtered]}: what maskers leave. */
  static boolean masked(byte[] b, int from) {
    int digits = 0;
    int i = from + 1;
    while (i - from < Labels.MAX && (Ascii.alphanumeric(b[i]) || b[i] == '-')) {
      digits += Ascii.digit(b[i++]) ? 1 : 0;
    }
    if (digits > 1 || b[i] != ']' || !Ascii.letter(b[from + 1])) {
      return false;
    }
    return capitals(b, from + 1, i) || word(b, from + 1, i);
  }

  /** Compares without case; the word is in lower case. */
  static boolean equals(byte[] b, int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((b[from + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean word(byte[] b, int from, int to) {
    if (to - from > MAX_WORD || to - from < 3) {
      return false;
    }
    for (String word : WORDS) {
      if (equals(b, from, to, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean capitals(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] >= 'a') {
        return false;
      }
    }
    return true;
  }

  private static boolean all(byte[] b, int from, int to, int sign) {
    for (int i = from; i < to; i++) {
      if (b[i] != sign) {
        return false;
      }
    }
    return true;
  }
}
