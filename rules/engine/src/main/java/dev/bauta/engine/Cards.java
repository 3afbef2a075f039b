package dev.bauta.engine;

import dev.bauta.engine.checks.CheckDigits;

/**
 * Payment card numbers: a length and first digits that some issuer uses, then the Luhn check; in
 * one run or in the groups that are printed on cards.
 */
final class Cards {

  static final int MIN = 13;
  static final int MAX = 19;

  private Cards() {}

  /** Where the card number in one run that begins here ends, or -1. */
  static int ungrouped(byte[] b, int from, int digits) {
    return valid(b, from, from + digits, digits) ? from + digits : -1;
  }

  /** Where the card number whose first group of four begins here ends, or -1. */
  static int grouped(byte[] b, int from) {
    byte separator = b[from + 4];
    if (separator != ' ' && separator != '-' || Groups.run(b, from, 4) != 4) {
      return -1;
    }
    int second = Groups.run(b, from + 5, 6);
    int at = from + 5 + second;
    if (b[at] != separator) {
      return -1;
    }
    int third = Groups.run(b, at + 1, 5);
    at += 1 + third;
    if (second == 6) {
      return (third == 4 || third == 5) && valid(b, from, at, 10 + third) ? at : -1;
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
    int prefix = 0;
    for (int i = from, seen = 0; seen < 6; i++) {
      if (Ascii.digit(b[i])) {
        prefix = prefix * 10 + b[i] - '0';
        seen++;
      }
    }
    return b[from] != '1'
        && CardIssuers.issues(prefix, digits)
        && Groups.startsAlone(b, from)
        && endsAlone(b, to)
        && CheckDigits.luhn(b, from, to);
  }

  private static boolean endsAlone(byte[] b, int to) {
    boolean word = b[to] > 0 && Ascii.wordy(b[to]);
    return !word && !((b[to] == '-' || b[to] == '.') && Ascii.digit(b[to + 1]));
  }
}
