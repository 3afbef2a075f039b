package dev.bauta.engine;

/**
 * Telephone numbers: international ones by their plus sign (ITU-T E.164: at most 15 digits), North
 * American ones by their grouping (NANP: area and exchange never begin with 0 or 1), others by a
 * word beside them.
 */
final class Phones {

  static final int MAX_DIGITS = 15;

  private static final int MIN_DIGITS = 7;

  private Phones() {}

  /** Looks behind every plus sign of the line. */
  static void international(Line line, Findings out) {
    for (int w = 0; w < line.words; w++) {
      for (long plus = line.places(w, (byte) '+'); plus != 0; plus &= plus - 1) {
        international(line.bytes, (w << 6) + Long.numberOfTrailingZeros(plus) + Line.PAD, out);
      }
    }
  }

  private static void international(byte[] b, int plus, Findings out) {
    if (b[plus - 1] > 0 && Ascii.wordy(b[plus - 1])) {
      return;
    }
    int end = internationalEnd(b, plus + 1);
    if (end > 0) {
      out.add(PiiType.PHONE, plus - Line.PAD, end - Line.PAD, "plus");
    }
  }

  private static int internationalEnd(byte[] b, int from) {
    if (b[from] < '1' || b[from] > '9') {
      return -1;
    }
    boolean elevenOnly = b[from] == '1' || b[from] == '7'; // one country code, one length
    int digits = 0;
    int end = -1;
    int gap = 0;
    for (int i = from; gap < 3; i++) {
      if (Ascii.digit(b[i])) {
        if (++digits > MAX_DIGITS) {
          break;
        }
        gap = 0;
        if (groupEnds(b, i + 1) && (elevenOnly ? digits == 11 : digits >= MIN_DIGITS)) {
          end = i + 1; // the longest that fits: what follows may be another number
        }
      } else if (Groups.joins(b[i]) || b[i] == '(' || b[i] == ')') {
        gap++;
      } else {
        break;
      }
    }
    return end;
  }

  // A group before a colon is the hour of what comes next.
  private static boolean groupEnds(byte[] b, int at) {
    return !Ascii.digit(b[at]) && !(b[at] > 0 && Ascii.wordy(b[at])) && b[at] != ':';
  }

  /** Where the North American number with its area code here begins, or -1. */
  static int northAmericanStart(byte[] b, int area, int floor) {
    int start = b[area - 1] == '(' ? area - 1 : area;
    boolean joined = Groups.joins(b[start - 1]);
    if (joined && b[start - 2] == '1' && !Ascii.digit(b[start - 3])) {
      start -= 2;
    } else if (b[start - 1] == '1' && b[start] == '(') {
      start--;
    }
    if (b[start - 1] == '+') {
      start--;
    }
    return start >= floor && Groups.startsAlone(b, start) ? start : -1;
  }

  /** Where a North American number with its area code here ends, or -1. */
  static int northAmericanEnd(byte[] b, int area) {
    if (b[area] < '2' || Groups.run(b, area, 3) != 3) {
      return -1;
    }
    boolean parentheses = b[area - 1] == '(' && b[area + 3] == ')';
    int exchange = area + 4;
    byte separator = b[area + 3];
    if (parentheses && (b[exchange] == ' ' || b[exchange] == '-')) {
      exchange++;
    }
    if (!parentheses && separator != '-' && separator != '.' && separator != ' ') {
      return -1;
    }
    if (b[exchange] < '2' || Groups.run(b, exchange, 3) != 3) {
      return -1;
    }
    byte second = b[exchange + 3];
    boolean joined =
        parentheses ? second == '-' || second == '.' || second == ' ' : second == separator;
    int end = exchange + 8;
    if (!joined || Groups.run(b, exchange + 4, 4) != 4 || !Groups.endsAlone(b, end)) {
      return -1;
    }
    boolean sure = parentheses || separator != ' ';
    return sure || Context.before(b, area) != 0 ? end : -1;
  }

  /** Where the groups begin of which the one here is the last, as far as they may be one number. */
  static int firstGroup(byte[] b, int from, int digits, int floor) {
    int start = from;
    int total = digits;
    while (start - 2 >= floor) {
      int end = start - 1;
      if (b[end] == ' ' && b[end - 1] == ')') {
        end--;
      }
      if (!Groups.joins(b[end]) && b[end] != ')') {
        break;
      }
      int group = 0;
      while (group <= 5 && end - group > floor && Ascii.digit(b[end - 1 - group])) {
        group++;
      }
      if (group == 0 || group > 5 || total + group > MAX_DIGITS) {
        break;
      }
      total += group;
      start = end - group;
    }
    return start > floor && start < from && b[start - 1] == '(' ? start - 1 : start;
  }

  /** Where the number that begins here and has a word before it ends, or -1. */
  static int endByContext(byte[] b, int from, int said) {
    int digits = 0;
    int end = -1;
    int gap = 0;
    int first = b[from] == '(' ? from + 1 : from;
    for (int i = from; gap < 3; i++) {
      if (Ascii.digit(b[i])) {
        if (++digits > MAX_DIGITS) {
          break;
        }
        gap = 0;
        if (groupEnds(b, i + 1) && digits >= MIN_DIGITS) {
          end = i + 1;
        }
      } else if (Groups.joins(b[i]) || b[i] == '(' || b[i] == ')') {
        gap++;
      } else {
        break;
      }
    }
    if (end < 0 || !Groups.endsAlone(b, end)) {
      return -1;
    }
    return (said & Context.LABEL) != 0 || likely(b, first, end, said) ? end : -1;
  }

  // A word in the neighbourhood is no label: a time stamp, or any count after "call", is no number.
  private static boolean likely(byte[] b, int first, int end, int said) {
    boolean oneRun = Groups.skip(b, first) == end;
    int digits = end - first;
    if (oneRun && b[first] == '1' && (digits == 10 || digits == 13)) {
      return false;
    }
    boolean phone = (said & Context.PHONE) != 0;
    return phone || !oneRun || digits == 10 && b[first] >= '2' || digits >= 9 && b[first] == '0';
  }
}
