package dev.bauta.engine;

import dev.bauta.engine.checks.CheckDigits;

/**
 * Payment card numbers: a length and first digits that some issuer uses, then the Luhn check; in
 * one run or in the groups that are printed on cards.
 */
final class Cards {

  static final int MIN = 13;
  static final int MAX = 19;

  private static final int MIN_LABELLED = 12;
  private static final int PREFIX_DIGITS = 6;

  // The usual groupings as decimal digits; the 13 of 6-13 is a D.
  private static final int[] GROUPINGS = {
    0x4444, 0x44441, 0x44442, 0x44443, 0x4441, 0x4442, 0x4443, 0x465, 0x464, 0x6D, 0x6A
  };

  private Cards() {}

  /** Where the card number in one run that begins here ends, or -1. */
  static int ungrouped(byte[] b, int from, int digits) {
    boolean card = issued(b, from, digits, false) && valid(b, from, from + digits);
    return card ? from + digits : -1;
  }

  /** Whether groups as cards have them may begin here. */
  static boolean joined(byte[] b, int from) {
    if (Ascii.digit(b[from - 1])) {
      return false;
    }
    int end = Groups.skip(b, from);
    byte separator = b[end];
    int second = Groups.run(b, end + 1, MAX);
    boolean fours = end - from == 4 && (second == 4 || second == 6);
    return (separator == ' ' || separator == '-') && (fours || end - from == 6 && second >= 10);
  }

  /** Where the card number whose first group begins here ends, or -1. */
  static int grouped(byte[] b, int from) {
    int at = Groups.skip(b, from);
    byte separator = b[at];
    if (separator != ' ' && separator != '-') {
      return -1;
    }
    int groups = at - from;
    int digits = groups;
    int end = -1;
    while (b[at] == separator && digits < MAX) {
      int group = Groups.run(b, at + 1, MAX - digits);
      if (group == 0 || digits + group > MAX) {
        break;
      }
      groups = groups << 4 | group;
      digits += group;
      at += 1 + group;
      if (usual(groups) && issued(b, from, digits, false) && valid(b, from, at)) {
        end = at;
      }
    }
    return end;
  }

  /** Where the card number behind a label ends, however it is grouped, or -1. */
  static int labelled(byte[] b, int from) {
    int digits = 0;
    int end = -1;
    for (int i = from; digits <= MAX; i++) {
      if (Ascii.digit(b[i])) {
        digits++;
        boolean groupEnds = !Ascii.digit(b[i + 1]);
        if (groupEnds
            && digits >= MIN_LABELLED
            && digits <= MAX
            && issued(b, from, digits, true)
            && valid(b, from, i + 1)) {
          end = i + 1;
        }
      } else if (!Groups.joins(b[i]) || !Ascii.digit(b[i + 1])) {
        break;
      }
    }
    return end;
  }

  private static boolean usual(int groups) {
    for (int grouping : GROUPINGS) {
      if (grouping == groups) {
        return true;
      }
    }
    return false;
  }

  private static boolean issued(byte[] b, int from, int digits, boolean labelled) {
    int prefix = 0;
    for (int i = from, seen = 0; seen < PREFIX_DIGITS; i++) {
      if (Ascii.digit(b[i])) {
        prefix = prefix * 10 + b[i] - '0';
        seen++;
      }
    }
    return labelled
        ? CardIssuers.issuesLabelled(prefix, digits)
        : CardIssuers.issues(prefix, digits);
  }

  private static boolean valid(byte[] b, int from, int to) {
    return Groups.startsAlone(b, from) && endsAlone(b, to) && CheckDigits.luhn(b, from, to);
  }

  private static boolean endsAlone(byte[] b, int to) {
    boolean word = b[to] > 0 && Ascii.wordy(b[to]);
    return !word && !((b[to] == '-' || b[to] == '.') && Ascii.digit(b[to + 1]));
  }
}
