package dev.bauta.agent.core.tracked;

/**
 * The characters of words: letters and digits, whatever their case. Each has a code from 1 to 31,
 * all else is 0; several characters share a code.
 */
final class Chars {

  /** The character's code by its number: 64 kB, of which a text touches a little. */
  private static final byte[] CODES = codes();

  private Chars() {}

  /** The code of a character; 0 where it is no part of a word. */
  static int code(char c) {
    return CODES[c];
  }

  /** The same for upper and lower case, one by one. */
  static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  private static int code(char folded, boolean word) {
    if (!word) {
      return 0;
    }
    return folded >= 'a' && folded <= 'z' ? folded - 'a' + 1 : 27 + folded % 5;
  }

  private static byte[] codes() {
    byte[] codes = new byte[1 << Character.SIZE];
    for (int c = 0; c < codes.length; c++) {
      char one = (char) c;
      codes[c] = (byte) code(fold(one), Character.isLetterOrDigit(one));
    }
    return codes;
  }
}
