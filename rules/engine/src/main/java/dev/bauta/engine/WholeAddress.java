package dev.bauta.engine;

/**
 * E-mail addresses in the forms of RFC 5321 and 5322 that running text has no use for: a local part
 * in quotes or with any sign of an atom, a host by its address. Taken only where the address is the
 * whole text, stands in angle brackets, or follows a colon and a blank.
 */
final class WholeAddress {

  private static final int MAX_LOCAL = 64;

  private WholeAddress() {}

  /** Where the local part before this sign begins, or -1. */
  static int start(byte[] b, int at, int floor) {
    int limit = Math.max(floor, at - MAX_LOCAL - 2);
    int start = b[at - 1] == '"' ? quoteStart(b, at - 1, limit) : atomStart(b, at, limit);
    if (start < 0 || start == at || !begins(b, start)) {
      return -1;
    }
    boolean masked = b[at - 1] == '*' && b[at - 2] == '*';
    return masked || b[start] == '.' || b[at - 1] == '.' ? -1 : start;
  }

  /** Where a host given by its address ends, {@code [192.0.2.1]}, or -1. */
  static int end(byte[] b, int from, int limit) {
    int i = from;
    while (i < limit && b[i] != ']' && b[i] > ' ') {
      i++;
    }
    return b[from] == '[' && i < limit && b[i] == ']' && i - from > 3 ? i + 1 : -1;
  }

  private static int quoteStart(byte[] b, int quote, int limit) {
    for (int i = quote - 1; i >= limit; i--) {
      if (b[i] == '"' && b[i - 1] != '\\') {
        return i;
      }
    }
    return -1;
  }

  private static int atomStart(byte[] b, int at, int limit) {
    int i = at;
    while (i > limit && (atom(b[i - 1]) || b[i - 1] == '\\' || b[i - 2] == '\\')) {
      i--; // a backslash takes any sign behind it (RFC 822)
    }
    return i;
  }

  private static boolean begins(byte[] b, int start) {
    byte before = b[start - 1];
    return start == Line.PAD || before == '<' || before == ' ' && b[start - 2] == ':';
  }

  // RFC 5322 3.2.3, and letters of other scripts (RFC 6531)
  private static boolean atom(byte b) {
    return switch (b) {
      case '!',
          '#',
          '$',
          '%',
          '&',
          '\'',
          '*',
          '+',
          '-',
          '/',
          '=',
          '?',
          '^',
          '_',
          '`',
          '{',
          '|',
          '}',
          '~',
          '.' ->
          true;
      default -> Ascii.alphanumeric(b) || Ascii.foreign(b);
    };
  }
}
