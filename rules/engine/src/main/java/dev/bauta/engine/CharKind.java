package dev.bauta.engine;

/** What a character is in a number or an address, by one look into a table. */
final class CharKind {

  static final int OTHER = 0;
  static final int DIGIT = 1;
  static final int LETTER = 2;
  static final int SEPARATOR = 3;

  private static final byte[] ASCII = new byte[128];

  static {
    for (char c = '0'; c <= '9'; c++) {
      ASCII[c] = DIGIT;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      ASCII[c] = LETTER;
      ASCII[c - 32] = LETTER;
    }
    for (char c : new char[] {' ', '-', '.', '/', '(', ')', '+'}) {
      ASCII[c] = SEPARATOR;
    }
  }

  private CharKind() {}

  /** Digits are those of any script, letters those of ASCII. */
  static int of(char c) {
    if (c < 128) {
      return ASCII[c];
    }
    return c == '\u00a0' ? SEPARATOR : Character.isDigit(c) ? DIGIT : OTHER;
  }
}
