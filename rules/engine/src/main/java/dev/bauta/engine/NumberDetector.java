package dev.bauta.engine;

/**
 * Finds what is made of digits: payment cards, US social security numbers, telephone numbers, IPv4
 * addresses, and what only a word beside it tells. Candidates come from the line's bits: a run of
 * seven digits, dots and slashes, or a run of four with the groups before it that one of the types
 * has. Only there is the text looked at.
 */
final class NumberDetector {

  private static final int MIN_BARE = 7;
  private static final int MAX_BARE = 19;
  private static final int MIN_DECIMALS = 4;
  private static final int MAX_SERIES = 4; // letters before the digits of a passport or a licence

  // What words may say of a number other than that it is for calling somebody.
  private static final long IDENTIFIERS =
      ~(Context.PHONE | Context.CALL | Context.LABEL | Context.SSN);

  private static final long OF_STATES = Context.NATIONAL_ID | Context.TAX_ID | Context.HEALTH;

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
    if (!Ascii.digit(b[i + 1]) || !Ascii.digit(b[i + 2]) || !Ascii.digit(b[i + 3])) {
      return -1;
    }
    int groupEnd = i - 1;
    int group = 0;
    while (group < 7 && groupEnd - group > floor && Ascii.digit(b[groupEnd - 1 - group])) {
      group++;
    }
    return switch (group) {
      case 2 -> i - 7 >= floor ? socialSecurity(b, i - 7, out) : -1;
      case 3 -> i - 8 >= floor ? northAmerican(b, i, floor, out) : -1;
      case 4 -> i - 5 >= floor ? card(b, i - 5, out) : -1;
      case 6 -> {
        int end = i - 12 >= floor ? card(b, i - 12, out) : -1;
        yield end < 0 && i - 7 >= floor ? card(b, i - 7, out) : end;
      }
      default -> -1;
    };
  }

  private static int socialSecurity(byte[] b, int start, Findings out) {
    if (!SocialSecurity.shaped(b, start)) {
      return -1;
    }
    out.readsDigits();
    int end = SocialSecurity.end(b, start);
    if (end < 0 && b[start + 3] == '-') {
      int stop = start + 11 - Line.PAD;
      out.refuse(PiiType.US_SSN, start - Line.PAD, stop, "us-ssn", "never issued, or part of more");
    }
    return added(PiiType.US_SSN, start, end, "us-ssn", out);
  }

  private static int northAmerican(byte[] b, int i, int floor, Findings out) {
    out.readsDigits();
    int area = b[i - 5] == ' ' && b[i - 6] == ')' ? i - 9 : i - 8;
    int end = area < floor ? -1 : Phones.northAmericanEnd(b, area);
    int start = end < 0 ? -1 : Phones.northAmericanStart(b, area, floor);
    return start < 0 ? -1 : added(PiiType.PHONE, start, end, "phone-north-american", out);
  }

  private static int card(byte[] b, int start, Findings out) {
    if (!Cards.joined(b, start)) {
      return -1;
    }
    out.readsDigits();
    int end = Cards.grouped(b, start);
    if (end < 0 && Groups.run(b, start + 5, 4) == 4 && b[start + 4] == b[start + 9]) {
      refusedCard(start, start + 19, out);
    }
    return added(PiiType.PAYMENT_CARD, start, end, "card", out);
  }

  private static void refusedCard(int start, int end, Findings out) {
    int from = start - Line.PAD;
    String why = "issuer, length or check digit of no card, or part of more";
    out.refuse(PiiType.PAYMENT_CARD, from, end - Line.PAD, "card", why);
  }

  private static int added(PiiType type, int start, int end, String rule, Findings out) {
    if (end > 0) {
      out.add(type, start - Line.PAD, end - Line.PAD, rule);
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
      int end = digits <= 3 ? dotted(b, i, digits, out) : -1;
      end = end < 0 && !afterUnderscore(b, i) ? bare(b, i, digits, floor, out) : end;
      i = end > i ? end : Groups.skip(b, i + digits);
    }
    return i;
  }

  /** {@code blk_123}, {@code blk_-123}: the most usual number in logs that is nobody's. */
  private static boolean afterUnderscore(byte[] b, int i) {
    return b[i - 1] == '_' || b[i - 1] == '-' && b[i - 2] == '_';
  }

  private static int dotted(byte[] b, int i, int digits, Findings out) {
    if (b[i + digits] != '.') {
      return -1;
    }
    out.readsDigits();
    int end = Addresses.ipv4(b, i);
    if (end > 0) {
      return added(PiiType.IPV4, i, end, "ipv4", out);
    }
    end = digits == 3 && Groups.startsAlone(b, i) ? Phones.northAmericanEnd(b, i) : -1;
    return end > 0
        ? added(PiiType.PHONE, i, end, "phone-north-american", out)
        : fraction(b, i, digits, out);
  }

  /** A number with so many decimals is a measure, or a place where a word says so. */
  private static int fraction(byte[] b, int i, int digits, Findings out) {
    int decimals = Groups.run(b, i + digits + 1, MIN_DECIMALS);
    if (decimals < MIN_DECIMALS || b[i] == '0' && digits > 1) {
      return -1;
    }
    int end = GeoCoordinates.inContext(b, i, out);
    return end > 0 ? end : Groups.skip(b, i + digits + 1);
  }

  private static int bare(byte[] b, int i, int digits, int floor, Findings out) {
    byte before = b[i - 1];
    if (Ascii.letter(before)) {
      return series(b, i, floor, out);
    }
    if (digits > MAX_BARE || b[i + digits] == '_') {
      return -1;
    }
    if (digits == 4 && b[i + 4] == '.') {
      return MacAddresses.dotted(b, i, out);
    }
    boolean card = false;
    if (digits >= Cards.MIN) {
      out.readsDigits();
    }
    if (digits >= Cards.MIN && Cards.ungrouped(b, i, digits) > 0) {
      card = true;
    } else if (digits >= Cards.MIN) {
      refusedCard(i, i + digits, out);
      if (digits > LabelledNumbers.MAX_DIGITS) {
        return -1;
      }
    }
    int start = Phones.firstGroup(b, i, digits, floor);
    boolean few = digits < MIN_BARE && fewDigits(b, start, i + digits);
    if (few || b[start - 1] == '+' || !Groups.startsAlone(b, start)) {
      return card ? added(PiiType.PAYMENT_CARD, i, i + digits, "card", out) : -1;
    }
    long said = Context.before(b, start);
    if (card && said != (Context.PHONE | Context.LABEL)) {
      return added(PiiType.PAYMENT_CARD, i, i + digits, "card", out);
    }
    return said == 0 ? -1 : byContext(b, start, i, digits, floor, said, out);
  }

  /** Less than seven digits, or a date. */
  private static boolean fewDigits(byte[] b, int start, int end) {
    return end - start <= MIN_BARE || end - start == 8 && b[start + 2] == b[start + 5];
  }

  /** Letters before the digits: only a word beside them makes a passport or the like of them. */
  private static int series(byte[] b, int i, int floor, Findings out) {
    int start = i;
    while (i - start <= MAX_SERIES && Ascii.letter(b[start - 1])) {
      start--;
    }
    if (i - start > MAX_SERIES || start < floor || !Ascii.blank(b[start - 1])) {
      return -1;
    }
    long said = Context.before(b, start);
    if ((said & IDENTIFIERS) == 0) {
      return -1;
    }
    out.readsDigits();
    int end = (said & OF_STATES) == 0 ? -1 : NationalIds.inContext(b, i, floor, said, out);
    return end > 0 ? end : LabelledNumbers.inContext(b, start, said, out);
  }

  /** Digits that say nothing by themselves, beside a word that does. */
  private static int byContext(
      byte[] b, int start, int i, int digits, int floor, long said, Findings out) {
    out.readsDigits();
    if ((said & Context.SSN) != 0 && digits == 9 && start == i) {
      boolean issued = SocialSecurity.issuedInOneRun(b, i) && Groups.endsAlone(b, i + 9);
      int end = added(PiiType.US_SSN, i, issued ? i + 9 : -1, "us-ssn-context", out);
      if (end > 0) {
        return end;
      }
    }
    int end = -1;
    if ((said & IDENTIFIERS) != 0) {
      end = (said & OF_STATES) == 0 ? -1 : NationalIds.inContext(b, i, floor, said, out);
      end = end > 0 ? end : LabelledNumbers.inContext(b, start, said, out);
    }
    if (end < 0 && (said & (Context.PHONE | Context.CALL)) != 0 && !behindPlus(b, start)) {
      end = added(PiiType.PHONE, start, Phones.endByContext(b, start, said), "phone-context", out);
    }
    return end;
  }

  /** A number that begins with a plus sign is one or none, and not a smaller one. */
  private static boolean behindPlus(byte[] b, int start) {
    int i = start - 1;
    while (start - i < MAX_BARE && (Ascii.digit(b[i]) || Groups.joins(b[i]) || b[i] == ')')) {
      i--;
    }
    return b[i] == '+';
  }
}
