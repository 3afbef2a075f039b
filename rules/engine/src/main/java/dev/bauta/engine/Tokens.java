package dev.bauta.engine;

/** Letters and digits in groups: where they end, and how many there are of each. */
final class Tokens {

  /** No number of a document or an account has more letters and digits. */
  static final int MAX = 34;

  private static final int DIGITS_SHIFT = 8;

  private Tokens() {}

  /** The end of the letters and digits from here on, at most {@code max} of them. */
  static int end(byte[] b, int from, int max) {
    int i = from;
    while (i < from + max && Ascii.alphanumeric(b[i])) {
      i++;
    }
    return i;
  }

  /** Whether nothing goes on behind: no letter, digit, underscore, and no sign that joins. */
  static boolean endsAlone(byte[] b, int end) {
    return Groups.endsAlone(b, end);
  }

  /**
   * Where groups of digits end that are joined by up to three blanks, hyphens, dots or slashes, or
   * -1. A group that begins a date or a time is not taken.
   *
   * @param least and most: how many digits there must and may be
   */
  static int digitsEnd(byte[] b, int from, int least, int most) {
    int digits = 0;
    int gap = 0;
    int end = -1;
    for (int i = from; gap <= 3; i++) {
      if (Ascii.digit(b[i])) {
        if (gap > 0 && digits >= least && beginsTime(b, i) || ++digits > most) {
          break;
        }
        gap = 0;
        if (digits >= least && Groups.endsAlone(b, i + 1) && !Ascii.digit(b[i + 1])) {
          end = i + 1;
        } else if (digits >= least && !Ascii.digit(b[i + 1]) && Groups.joins(b[i + 1])) {
          end = Ascii.digit(b[i + 2]) ? end : -1;
        }
      } else if (digits > 0 && Groups.joins(b[i])) {
        gap++;
      } else {
        break;
      }
    }
    return end;
  }

  /** {@code 2026-11-23} or {@code 10:12}. */
  static boolean beginsTime(byte[] b, int from) {
    int run = Groups.run(b, from, 4);
    boolean date = run == 4 && (b[from + 4] == '-' || b[from + 4] == '/');
    return date && Groups.run(b, from + 5, 2) == 2 && !Ascii.digit(b[from + 7])
        || run == 2 && b[from + 2] == ':';
  }

  /**
   * Where groups of capitals, small letters and digits end that are joined by one blank, hyphen,
   * dot or slash, or -1. Words end it: a group behind a blank must hold a digit.
   *
   * @param least and most: how many letters and digits there must and may be
   * @param leastDigits how many of them must be digits
   */
  static int mixedEnd(byte[] b, int from, int least, int most, int leastDigits) {
    int all = 0;
    int digits = 0;
    int end = -1;
    int i = from;
    while (true) {
      int counts = group(b, i, most - all);
      int letters = counts & 0xFF;
      int groupDigits = counts >>> DIGITS_SHIFT;
      int size = letters + groupDigits;
      boolean word = i > from && groupDigits == 0 && b[i - 1] == ' ';
      if (size == 0 || word || i > from && digits >= leastDigits && beginsTime(b, i)) {
        return end;
      }
      all += size;
      digits += groupDigits;
      i += size;
      if (Ascii.alphanumeric(b[i]) || b[i] == '_') {
        return end;
      }
      if (all >= least && digits >= leastDigits && Groups.endsAlone(b, i)) {
        end = i;
      }
      if (!Groups.joins(b[i])) {
        return end;
      }
      i++;
    }
  }

  /** The letters and digits from here on: letters, and digits from bit 8 on. */
  private static int group(byte[] b, int from, int max) {
    int counts = 0;
    for (int i = from; i < from + max && Ascii.alphanumeric(b[i]); i++) {
      counts += Ascii.digit(b[i]) ? 1 << DIGITS_SHIFT : 1;
    }
    return counts;
  }
}
