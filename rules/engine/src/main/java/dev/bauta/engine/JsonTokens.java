package dev.bauta.engine;

/** Numbers and words of JSON (RFC 8259, sections 3 and 6). */
final class JsonTokens {

  private static final int TRUE = 0x65757274; // the first letter lowest
  private static final int NULL = 0x6C6C756E;
  private static final long FALSE = 0x65736C6166L;
  private static final long FIVE = 0xFFFFFFFFFFL;

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

  /** Where {@code true}, {@code false} or {@code null} ends, or where it begins if it is none. */
  static int word(JsonBuffer in, int from) {
    long x = in.eight(from);
    if ((int) x == TRUE || (int) x == NULL) {
      return from + 4;
    }
    return (x & FIVE) == FALSE ? from + 5 : from;
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
