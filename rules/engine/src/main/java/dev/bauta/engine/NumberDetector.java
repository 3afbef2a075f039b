package dev.bauta.engine;

/**
 * Finds what is made of digits: payment cards, US social security numbers, telephone numbers, IPv4
 * addresses. Candidates come from the line's bits (a run of seven, or a run of four with two digits
 * before the character in front of it); only around those is the text itself looked at.
 */
final class NumberDetector {

  /** How far left and right of a candidate its groups are gathered. */
  private static final int REACH = 48;

  private NumberDetector() {}

  static void detect(Line line, Findings out) {
    long[] n = line.numbers;
    int done = 0;
    long before = 0;
    for (int w = 0; w < line.words; w++) {
      long now = n[w];
      long next = n[w + 1];
      if (now == 0) {
        before = 0;
        continue;
      }
      long four =
          now & (now >>> 1 | next << 63) & (now >>> 2 | next << 62) & (now >>> 3 | next << 61);
      if (four != 0) {
        long starts = four & ~(now << 1 | before >>> 63);
        long seven = (now >>> 4 | next << 60) & (now >>> 5 | next << 59) & (now >>> 6 | next << 58);
        long tail = (now << 2 | before >>> 62) & (now << 3 | before >>> 61);
        for (long c = starts & (seven | tail); c != 0; c &= c - 1) {
          int at = (w << 6) + Long.numberOfTrailingZeros(c);
          if (at >= done) {
            done = region(line, at, done, out);
          }
        }
      }
      before = now;
    }
    if (line.hasPlus) {
      Phones.international(line, out);
    }
  }

  /** Looks at the groups of digits around a candidate; returns where the next look may begin. */
  private static int region(Line line, int candidate, int floor, Findings out) {
    byte[] b = line.bytes;
    int start = left(b, candidate + Line.PAD, Math.max(floor, candidate - REACH) + Line.PAD);
    int limit = Math.min(line.length, candidate + REACH) + Line.PAD;
    int end = right(b, candidate + Line.PAD, limit);
    boolean found = false;
    for (int g = start; g < end; ) {
      if (!Ascii.digit(b[g]) || Ascii.digit(b[g - 1])) {
        g++;
        continue;
      }
      int stop = oneOf(b, g, out);
      found |= stop > 0;
      g = stop > 0 ? stop : g + 1;
    }
    if (!found) {
      byContext(b, start, end, out);
    }
    while (Ascii.digit(b[end])) {
      end++; // a run longer than the reach is done with as a whole
    }
    return Math.max(end - Line.PAD, candidate + 1);
  }

  private static int oneOf(byte[] b, int g, Findings out) {
    int stop = Addresses.ipv4(b, g);
    if (stop > 0) {
      out.add(PiiType.IPV4, g - Line.PAD, stop - Line.PAD);
      return stop;
    }
    stop = Cards.end(b, g);
    if (stop > 0) {
      out.add(PiiType.PAYMENT_CARD, g - Line.PAD, stop - Line.PAD);
      return stop;
    }
    stop = SocialSecurity.end(b, g);
    if (stop > 0) {
      out.add(PiiType.US_SSN, g - Line.PAD, stop - Line.PAD);
      return stop;
    }
    int from = Phones.northAmericanStart(b, g);
    stop = from < 0 ? -1 : Phones.northAmericanEnd(b, g);
    if (stop > 0) {
      out.add(PiiType.PHONE, from - Line.PAD, stop - Line.PAD);
    }
    return stop;
  }

  /** Digits that say nothing by themselves, beside a word that does. */
  private static void byContext(byte[] b, int start, int end, Findings out) {
    int from = start;
    int to = end;
    while (from < to && !Ascii.digit(b[from]) && b[from] != '(') {
      from++;
    }
    while (to > from && !Ascii.digit(b[to - 1])) {
      to--;
    }
    int digits = 0;
    for (int i = from; i < to; i++) {
      digits += Ascii.digit(b[i]) ? 1 : 0;
    }
    if (digits < 7 || digits > 15 || !Groups.standsAlone(b, from, to)) {
      return;
    }
    if (digits == 9 && Context.says(b, from, Context.SSN)) {
      if (!SocialSecurity.issuedInOneRun(b, from, to)) {
        return;
      }
      out.add(PiiType.US_SSN, from - Line.PAD, to - Line.PAD);
    } else if (Context.says(b, from, Context.PHONE)) {
      out.add(PiiType.PHONE, from - Line.PAD, to - Line.PAD);
    }
  }

  private static int left(byte[] b, int from, int floor) {
    int i = from;
    while (i > floor) {
      if (Ascii.digit(b[i - 1])) {
        i--;
      } else if (Groups.joins(b[i - 1]) && i - 2 >= floor && Ascii.digit(b[i - 2])) {
        i -= 2;
      } else if (b[i - 1] == ' ' && i - 3 >= floor && b[i - 2] == ')' && Ascii.digit(b[i - 3])) {
        i -= 3;
      } else if (b[i - 1] == ')' && i - 2 >= floor && Ascii.digit(b[i - 2])) {
        i -= 2;
      } else {
        break;
      }
    }
    return i > floor && b[i - 1] == '(' ? i - 1 : i;
  }

  private static int right(byte[] b, int from, int limit) {
    int i = from;
    while (i < limit) {
      if (Ascii.digit(b[i])) {
        i++;
      } else if (Groups.joins(b[i]) && Ascii.digit(b[i + 1])) {
        i += 2;
      } else if (b[i] == ')' && Ascii.digit(b[i + 1])) {
        i += 2;
      } else if (b[i] == ')' && b[i + 1] == ' ' && Ascii.digit(b[i + 2])) {
        i += 3;
      } else {
        break;
      }
    }
    return Math.min(i, limit);
  }
}
