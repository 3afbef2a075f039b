package dev.bauta.engine;

/**
 * Payment card numbers: a length and first digits that some issuer uses, then the Luhn check; in
 * one run or in the groups that are printed on cards.
 */
final class Cards {

  private static final int MIN = 13;
  private static final int MAX = 19;

  private Cards() {}

  /** Where the card number that begins here ends, or -1. */
  static int end(byte[] b, int from) {
    int run = Groups.run(b, from, MAX);
    if (run >= MIN && run <= MAX) {
      return valid(b, from, from + run, run) ? from + run : -1;
    }
    return run == 4 ? grouped(b, from) : -1;
  }

  private static int grouped(byte[] b, int from) {
    byte separator = b[from + 4];
    if (separator != ' ' && separator != '-' && separator != (byte) 0xA0 && separator != '.') {
      return -1;
    }
    int second = Groups.run(b, from + 5, 6);
    int at = from + 5 + second;
    if (second == 0 || b[at] != separator) {
      return -1;
    }
    int third = Groups.run(b, at + 1, 5);
    at += 1 + third;
    if (second == 6) {
      int digits = 10 + third;
      return (third == 4 || third == 5) && valid(b, from, at, digits) ? at : -1;
    }
    if (second != 4 || third != 4 || b[at] != separator) {
      return -1;
    }
    int fourth = Groups.run(b, at + 1, 4);
    at += 1 + fourth;
    if (fourth == 4 && b[at] == separator) {
      int fifth = Groups.run(b, at + 1, 3);
      if (fifth > 0 && fifth <= 3 && valid(b, from, at + 1 + fifth, 16 + fifth)) {
        return at + 1 + fifth;
      }
    }
    return fourth >= 1 && fourth <= 4 && valid(b, from, at, 12 + fourth) ? at : -1;
  }

  private static boolean valid(byte[] b, int from, int to, int digits) {
    if (!Groups.startsAlone(b, from) || !endsAlone(b, to)) {
      return false;
    }
    int prefix = 0;
    for (int i = from, seen = 0; seen < 6; i++) {
      if (Ascii.digit(b[i])) {
        prefix = prefix * 10 + b[i] - '0';
        seen++;
      }
    }
    return CardIssuers.issues(prefix, digits) && Checksums.luhn(b, from, to);
  }

  private static boolean endsAlone(byte[] b, int to) {
    return !(b[to] > 0 && Ascii.wordy(b[to])) && !(b[to] == '-' && Ascii.digit(b[to + 1]));
  }
}
