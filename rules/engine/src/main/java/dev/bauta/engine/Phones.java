package dev.bauta.engine;

/**
 * Telephone numbers: international ones by their plus sign (ITU-T E.164: at most 15 digits), North
 * American ones by their grouping (NANP: area and exchange never begin with 0 or 1).
 */
final class Phones {

  private static final int MAX_DIGITS = 15;

  private Phones() {}

  /** Looks behind every plus sign of the line. */
  static void international(Line line, Findings out) {
    byte[] b = line.bytes;
    int end = Line.PAD + line.length;
    for (int i = Line.PAD; i < end; i++) {
      if (b[i] != '+' || b[i - 1] > 0 && Ascii.wordy(b[i - 1])) {
        continue;
      }
      int stop = internationalEnd(b, i + 1);
      if (stop > 0) {
        out.add(PiiType.PHONE, i - Line.PAD, stop - Line.PAD);
        i = stop - 1;
      }
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
        boolean groupEnds = !Ascii.digit(b[i + 1]) && !(b[i + 1] > 0 && Ascii.wordy(b[i + 1]));
        if (groupEnds && (elevenOnly ? digits == 11 : digits >= 8)) {
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

  /** Where a North American number with its area code here begins, or -1. */
  static int northAmericanStart(byte[] b, int area) {
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
    return Groups.startsAlone(b, start) ? start : -1;
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
    return sure || Context.says(b, area, Context.PHONE) ? end : -1;
  }
}
