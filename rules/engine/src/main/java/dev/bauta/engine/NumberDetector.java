package dev.bauta.engine;

/**
 * Finds what is made of digits: payment cards, US social security numbers, telephone numbers, IPv4
 * addresses. Candidates come from the line's bits: a run of seven digits, dots and slashes, or a
 * run of four with the groups before it that one of the types has. Only there is the text looked
 * at.
 */
final class NumberDetector {

  private static final int MIN_BARE = 7;
  private static final int MAX_BARE = 19;

  private NumberDetector() {}

  /**
   * Looks at a run of four or more that begins here.
   *
   * @param floor the end of the last number: none may reach into another
   * @return where the next look may begin
   */
  static int detect(byte[] b, int at, int floor, Findings out) {
    int end = tail(b, at, floor, out);
    return end < 0 ? run(b, at, floor, out) : end;
  }

  /** A group of four or more with others before it; the end of what it is, or -1. */
  private static int tail(byte[] b, int i, int floor, Findings out) {
    int groupEnd = i - 1;
    int group = 0;
    while (group < 7 && groupEnd - group > floor && Ascii.digit(b[groupEnd - 1 - group])) {
      group++;
    }
    int start = -1;
    int end = -1;
    PiiType type = null;
    if (group == 2 && i - 7 >= floor) {
      type = PiiType.US_SSN;
      start = i - 7;
      end = SocialSecurity.end(b, start);
    } else if (group == 3 && i - 8 >= floor) {
      int area = b[i - 5] == ' ' && b[i - 6] == ')' ? i - 9 : i - 8;
      type = PiiType.PHONE;
      end = area < floor ? -1 : Phones.northAmericanEnd(b, area);
      start = end < 0 ? -1 : Phones.northAmericanStart(b, area, floor);
      end = start < 0 ? -1 : end;
    } else if (group == 4 || group == 6) {
      type = PiiType.PAYMENT_CARD;
      start = group == 4 ? i - 5 : i - 12;
      end = start < floor ? -1 : Cards.grouped(b, start);
    }
    if (end > 0) {
      out.add(type, start - Line.PAD, end - Line.PAD, type.id());
    }
    return end;
  }

  /** A run of digits, dots and slashes; its end. */
  private static int run(byte[] b, int from, int floor, Findings out) {
    int i = from;
    while (b[i] >= '.' && b[i] <= '9') {
      if (!Ascii.digit(b[i])) {
        i++;
        continue;
      }
      int digits = Groups.run(b, i, MAX_BARE);
      int end = digits <= 3 ? dotted(b, i, digits, out) : bare(b, i, digits, floor, out);
      i = end > 0 ? end : Groups.skip(b, i + digits);
    }
    return i;
  }

  private static int dotted(byte[] b, int i, int digits, Findings out) {
    if (b[i + digits] != '.') {
      return -1;
    }
    int end = Addresses.ipv4(b, i);
    PiiType type = PiiType.IPV4;
    if (end < 0 && digits == 3) {
      end = Phones.northAmericanEnd(b, i);
      type = PiiType.PHONE;
      end = end > 0 && Groups.startsAlone(b, i) ? end : -1;
    }
    if (end > 0) {
      out.add(type, i - Line.PAD, end - Line.PAD, type.id());
    }
    return end;
  }

  private static int bare(byte[] b, int i, int digits, int floor, Findings out) {
    if (digits >= Cards.MIN && digits <= Cards.MAX) {
      int end = Cards.ungrouped(b, i, digits);
      if (end > 0 && Context.before(b, i) != (Context.PHONE | Context.LABEL)) {
        out.add(PiiType.PAYMENT_CARD, i - Line.PAD, end - Line.PAD, "payment-card");
        return end;
      }
    }
    return digits > Phones.MAX_DIGITS ? -1 : byContext(b, i, digits, floor, out);
  }

  /** Digits that say nothing by themselves, beside a word that does. */
  private static int byContext(byte[] b, int i, int digits, int floor, Findings out) {
    int start = Phones.firstGroup(b, i, digits, floor);
    if (digits < MIN_BARE && start == i || b[start - 1] == '+' || !Groups.startsAlone(b, start)) {
      return -1;
    }
    long said = Context.before(b, start);
    if (said == 0) {
      return -1;
    }
    int end = -1;
    PiiType type = PiiType.PHONE;
    if ((said & Context.SSN) != 0 && digits == 9 && start == i) {
      type = PiiType.US_SSN;
      end = SocialSecurity.issuedInOneRun(b, i) && Groups.endsAlone(b, i + 9) ? i + 9 : -1;
    } else if ((said & (Context.PHONE | Context.CALL)) != 0) {
      end = Phones.endByContext(b, start, said);
    }
    if (end > 0) {
      out.add(type, start - Line.PAD, end - Line.PAD, type.id());
    }
    return end;
  }
}
