package dev.bauta.engine;

/**
 * Telephone numbers with a calling code: digits in groups of any size, with the trunk prefix in
 * parentheses or without, as long as the country's plan has such numbers ({@link PhonePlans}).
 */
final class InternationalPhones {

  private static final int MAX_DIGITS = 15;
  private static final int MAX_GAP = 3;

  private InternationalPhones() {}

  /** Looks behind every plus sign of the line. */
  static void detect(Line line, Findings out) {
    for (int w = 0; w < line.words; w++) {
      for (long plus = line.places(w, (byte) '+'); plus != 0; plus &= plus - 1) {
        detect(line.bytes, (w << 6) + Long.numberOfTrailingZeros(plus) + Line.PAD, out);
      }
    }
  }

  private static void detect(byte[] b, int plus, Findings out) {
    byte before = b[plus - 1];
    if (before > 0 && Ascii.wordy(before) || before == '+') {
      return;
    }
    int from = b[plus + 1] == '(' ? plus + 2 : plus + 1;
    if (!Ascii.digit(b[from])) {
      return;
    }
    out.readsDigits();
    int end = end(b, from, false);
    if (end < 0 && (Context.before(b, plus) & Context.PHONE) != 0) {
      end = end(b, from, true);
    }
    if (end > 0) {
      end = PhoneExtension.end(b, end);
      out.add(PiiType.PHONE, plus - Line.PAD, end - Line.PAD, "phone-plus");
    } else {
      int stop = Groups.skip(b, from) - Line.PAD;
      out.refuse(PiiType.PHONE, plus - Line.PAD, stop, "phone-plus", "in no country's plan");
    }
  }

  /**
   * Where the number ends whose calling code begins here, or -1. Of several ends the farthest: what
   * follows may be another number.
   *
   * @param named whether something says that it is a telephone number
   */
  static int end(byte[] b, int from, boolean named) {
    int code = 0;
    int codeEnd = from;
    do {
      if (!Ascii.digit(b[codeEnd]) || b[from] == '0' || codeEnd - from == 3) {
        return -1;
      }
      code = code * 10 + b[codeEnd++] - '0';
    } while (!PhonePlans.inUse(code));
    return nationalEnd(b, codeEnd, code, MAX_DIGITS - (codeEnd - from), named);
  }

  private static int nationalEnd(byte[] b, int from, int code, int max, boolean named) {
    int head = 0;
    int digits = 0;
    int gap = 0;
    int end = -1;
    for (int i = from; gap <= MAX_GAP; i++) {
      if (!Ascii.digit(b[i])) {
        if (!Groups.joins(b[i]) && b[i] != '(' && b[i] != ')') {
          break;
        }
        gap++;
        continue;
      }
      if (gap > 0 && end > 0 && Tokens.beginsTime(b, i)) {
        break;
      }
      gap = 0;
      if (digits == 0 && trunkPrefix(b, i, code)) {
        continue;
      }
      if (++digits > max) {
        break;
      }
      head = digits <= 3 ? head * 10 + b[i] - '0' : head;
      if (Phones.groupEnds(b, i + 1) && PhonePlans.allows(code, head, digits, named)) {
        end = i + 1;
      }
    }
    return end;
  }

  /** {@code +44 (0)20}, {@code +49 (030)}: a zero that is dialled inside the country only. */
  private static boolean trunkPrefix(byte[] b, int i, int code) {
    return b[i] == '0' && b[i - 1] == '(' && (b[i + 1] == ')' || !PhonePlans.keepsZero(code));
  }
}
