package dev.bauta.engine;

/**
 * Groups of digits: how they are joined, and whether they stand alone or belong to something more.
 */
final class Groups {

  private Groups() {}

  /** Characters that join groups of one number. */
  static boolean joins(byte b) {
    return b == ' ' || b == '-' || b == '.' || b == '/';
  }

  /** The number of digits from here on, at most {@code max} + 1. */
  static int run(byte[] b, int from, int max) {
    int n = 0;
    while (n <= max && Ascii.digit(b[from + n])) {
      n++;
    }
    return n;
  }

  /** The end of the digits from here on. */
  static int skip(byte[] b, int from) {
    int i = from;
    while (Ascii.digit(b[i])) {
      i++;
    }
    return i;
  }

  /**
   * Whether a number is no part of a word, a longer number, a UUID or a version.
   *
   * @param from its first byte
   * @param to behind its last byte
   */
  static boolean standsAlone(byte[] b, int from, int to) {
    return startsAlone(b, from) && endsAlone(b, to);
  }

  static boolean startsAlone(byte[] b, int from) {
    byte before = b[from - 1];
    if (asciiWordy(before)) {
      return false;
    }
    if (before == '-' || before == '.' || before == '/') {
      return b[from - 2] != '_' && !tokenHasDigit(b, from - 2);
    }
    return true;
  }

  static boolean endsAlone(byte[] b, int to) {
    byte after = b[to];
    if (asciiWordy(after)) {
      return false;
    }
    return after != '-' && after != '.' || !asciiWordy(b[to + 1]);
  }

  /** Letters of other scripts may stand directly before a number; theirs use no spaces. */
  private static boolean asciiWordy(byte b) {
    return b > 0 && Ascii.wordy(b);
  }

  private static boolean tokenHasDigit(byte[] b, int last) {
    for (int i = last; i >= 0 && i > last - 16 && asciiWordy(b[i]); i--) {
      if (Ascii.digit(b[i])) {
        return true;
      }
    }
    return false;
  }
}
