package dev.bauta.engine;

import java.nio.charset.StandardCharsets;

/** Numbers and words of JSON (RFC 8259, sections 3 and 6). */
final class JsonTokens {

  private static final byte[][] WORDS = {
    "true".getBytes(StandardCharsets.US_ASCII),
    "false".getBytes(StandardCharsets.US_ASCII),
    "null".getBytes(StandardCharsets.US_ASCII),
  };

  private JsonTokens() {}

  /** Where the number that begins here ends, or -1 if it is none. */
  static int number(byte[] b, int from) {
    int at = digits(b, b[from] == '-' ? from + 1 : from);
    if (at > 0 && b[at] == '.') {
      at = digits(b, at + 1);
    }
    if (at > 0 && (b[at] | 0x20) == 'e') {
      at = digits(b, b[at + 1] == '-' || b[at + 1] == '+' ? at + 2 : at + 1);
    }
    return at;
  }

  /** Where {@code true}, {@code false} or {@code null} ends, or -1. */
  static int word(byte[] b, int from) {
    for (byte[] word : WORDS) {
      int i = 0;
      while (i < word.length && b[from + i] == word[i]) {
        i++;
      }
      if (i == word.length) {
        return from + i;
      }
    }
    return -1;
  }

  /** Whether a number or word may end before this byte. */
  static boolean ends(byte[] b, int at) {
    return b[at] == ',' || b[at] == '}' || b[at] == ']' || Ascii.blank(b[at]) && b[at] != 0;
  }

  private static int digits(byte[] b, int from) {
    int at = from;
    while (Ascii.digit(b[at])) {
      at++;
    }
    return at == from ? -1 : at;
  }
}
