package dev.bauta.engine;

/**
 * Telephone numbers without a calling code: North American ones by their grouping (NANP: area and
 * exchange never begin with 0 or 1), others by a label or a word beside them.
 */
final class Phones {

  static final int MAX_DIGITS = 15;

  private static final int MIN_DIGITS = 7;
  private static final int MIN_LABELLED = 5;
  private static final int MAX_GAP = 2;

  private Phones() {}

  /**
   * Takes the number behind a label of its own, in the format of any country.
   *
   * @param from where the value begins
   * @return the end of what was found, or 0
   */
  static int labelled(Line line, int from, Findings out) {
    byte[] b = line.bytes;
    int start = b[from] == 't' && b[from + 1] == 'e' && b[from + 2] == 'l' ? from + 4 : from;
    if (b[start] == '+') {
      return 0; // the plus sign leads there by itself
    }
    if (!Ascii.digit(b[start]) && b[start] != '(') {
      return 0;
    }
    int end = endByContext(b, start, Context.PHONE | Context.LABEL);
    if (end < 0) {
      return 0;
    }
    out.add(PiiType.PHONE, start - Line.PAD, end - Line.PAD, "phone-label");
    return end;
  }

  // A group before a colon is the hour of what comes next.
  static boolean groupEnds(byte[] b, int at) {
    byte after = b[at];
    boolean word = after > 0 && Ascii.wordy(after);
    return !word && after != ':' || word && PhoneExtension.end(b, at) > at;
  }

  /** Where the North American number with its area code here begins, or -1. */
  static int northAmericanStart(byte[] b, int area, int floor) {
    int start = b[area - 1] == '(' ? area - 1 : area;
    boolean joined = Groups.joins(b[start - 1]);
    boolean country = false;
    if (joined && b[start - 2] == '1' && !Ascii.digit(b[start - 3])) {
      start -= 2;
      country = true;
    } else if (b[start - 1] == '1' && b[start] == '(') {
      start--;
      country = true;
    }
    if (b[start - 1] == '+') {
      return country ? northAmericanPlus(b, start - 1, floor) : -1;
    }
    return start >= floor && Groups.startsAlone(b, start) ? start : -1;
  }

  private static int northAmericanPlus(byte[] b, int plus, int floor) {
    return plus >= floor && Groups.startsAlone(b, plus) ? plus : -1;
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
    if (!joined || Groups.run(b, exchange + 4, 4) != 4) {
      return -1;
    }
    int extended = PhoneExtension.end(b, end);
    if (extended == end && !Groups.endsAlone(b, end)) {
      return -1;
    }
    boolean sure = parentheses || separator != ' ';
    return sure || Context.before(b, area) != 0 ? extended : -1;
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
  static int endByContext(byte[] b, int from, long said) {
    boolean label = (said & Context.LABEL) != 0;
    int abroad = abroad(b, from);
    int end = abroad > 0 ? abroad : nationalEnd(b, from, label ? MIN_LABELLED : MIN_DIGITS);
    if (end < 0) {
      return -1;
    }
    int extended = PhoneExtension.end(b, end);
    if (extended == end && !Groups.endsAlone(b, end)) {
      return -1;
    }
    int first = b[from] == '(' ? from + 1 : from;
    return label || abroad > 0 || likely(b, first, end, said) ? extended : -1;
  }

  /** The end of a number with the prefix for calls abroad, 00 or 011, or -1. */
  private static int abroad(byte[] b, int from) {
    if (b[from] != '0') {
      return -1;
    }
    int prefix = b[from + 1] == '0' ? 2 : b[from + 1] == '1' && b[from + 2] == '1' ? 3 : 0;
    if (prefix == 0) {
      return -1;
    }
    int code = from + prefix;
    return InternationalPhones.end(b, Groups.joins(b[code]) ? code + 1 : code, true);
  }

  private static int nationalEnd(byte[] b, int from, int least) {
    int digits = 0;
    int end = -1;
    int gap = 0;
    for (int i = from; gap <= MAX_GAP; i++) {
      if (Ascii.digit(b[i])) {
        boolean next = gap > 0 && digits >= least && Tokens.beginsTime(b, i);
        if (next || ++digits > MAX_DIGITS) {
          break;
        }
        gap = 0;
        if (digits >= least && groupEnds(b, i + 1)) {
          end = i + 1;
        }
      } else if (Groups.joins(b[i]) || b[i] == '(' || b[i] == ')') {
        gap++;
      } else {
        break;
      }
    }
    return end;
  }

  // A word in the neighbourhood is no label: a time stamp, or any count after "call", is no number.
  private static boolean likely(byte[] b, int first, int end, long said) {
    boolean oneRun = Groups.skip(b, first) == end;
    int digits = end - first;
    if (oneRun && b[first] == '1' && (digits == 10 || digits == 13)) {
      return false;
    }
    boolean phone = (said & Context.PHONE) != 0;
    return phone || !oneRun || digits == 10 && b[first] >= '2' || digits >= 9 && b[first] == '0';
  }
}
