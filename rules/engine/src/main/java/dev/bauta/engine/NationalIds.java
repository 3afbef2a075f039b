package dev.bauta.engine;

import dev.bauta.engine.ids.IdFormat;
import dev.bauta.engine.ids.IdFormats;
import dev.bauta.engine.ids.IdToken;

/**
 * Numbers that states give to persons and companies: beside a label or a word that says so, or by
 * themselves where their shape, check digit and date are rare enough.
 */
final class NationalIds {

  // The format's own scratch room: a token is looked at far more often than it is a number.
  private static final ThreadLocal<IdToken> TOKENS = new ThreadLocal<>();

  private NationalIds() {}

  /** Whether this is the type of some country's numbers. */
  static boolean is(PiiType type) {
    return type.id().startsWith("national-id-");
  }

  /**
   * The number behind a label.
   *
   * @param from the value's first byte
   * @param type a country's, or {@link PiiType#NATIONAL_ID} for any
   * @return its end, or 0
   */
  static int labelled(Line line, int from, PiiType type, Findings out) {
    byte[] b = line.bytes;
    int start = from;
    while (b[start] == Ascii.FOREIGN) {
      start++; // a country's letters in another script
    }
    while (start > from && b[start] == ' ') {
      start++;
    }
    if (type == PiiType.US_SSN) {
      return socialSecurity(b, start, out);
    }
    PiiType country = type == PiiType.NATIONAL_ID ? null : type;
    boolean tax = country == null && (Context.before(b, start) & Context.TAX_ID) != 0;
    int end = find(b, start, start, country, true, tax, out);
    if (end < 0 && country != null) {
      end = find(b, start, start, null, false, false, out);
    }
    return Math.max(end, 0);
  }

  /**
   * A number with words before it that speak of one.
   *
   * @param from a digit of it
   * @param floor where the number before ends
   * @param said what the words say: bits of {@link Context}
   * @return its end, or -1
   */
  static int inContext(byte[] b, int from, int floor, long said, Findings out) {
    int index = (int) (said >>> 48) & 1023;
    PiiType country = index == 0 ? null : PiiType.CONTENT.get(index);
    int start = IdTokens.start(b, from, floor, true);
    boolean tax = (said & Context.TAX_ID) != 0;
    return Groups.startsAlone(b, start)
        ? find(b, start, from, country, country != null, tax, out)
        : -1;
  }

  /**
   * A number that nothing speaks of, of a shape that little else has.
   *
   * @param digit one inside it
   * @return its end, or -1
   */
  static int bare(byte[] b, int digit, int floor, Findings out) {
    int start = IdTokens.start(b, digit, floor, false);
    int end = IdTokens.end(b, start);
    int length = IdTokens.length(b, start, end);
    if (length > IdToken.MAX
        || IdFormats.bareOfLength(length).length == 0
        || !Groups.standsAlone(b, start, end)) {
      return -1;
    }
    IdToken token = token();
    IdTokens.read(b, start, end, token);
    for (IdFormat format : IdFormats.bareOfLength(length)) {
      boolean shown = format.bare && token.inOneRun(0, length) || format.inLayout(token, 0);
      if (!shown || !format.fits(token, 0)) {
        continue;
      }
      out.readsDigits();
      if (format.matches(token, 0)) {
        out.add(format.type, start - Line.PAD, end - Line.PAD, format.name);
        return end;
      }
    }
    return -1;
  }

  private static int socialSecurity(byte[] b, int from, Findings out) {
    int end = SocialSecurity.end(b, from);
    if (end < 0 && Groups.run(b, from, 9) == 9 && Groups.endsAlone(b, from + 9)) {
      end = SocialSecurity.issuedInOneRun(b, from) ? from + 9 : -1;
    }
    if (end < 0) {
      return 0;
    }
    out.add(PiiType.US_SSN, from - Line.PAD, end - Line.PAD, "us-ssn");
    return end;
  }

  /** The longest and best checked number that begins here and goes past; its end, or -1. */
  private static int find(
      byte[] b, int from, int past, PiiType country, boolean unchecked, boolean tax, Findings out) {
    IdToken token = token();
    IdTokens.readLoosely(b, from, token);
    IdFormat best = null;
    boolean several = false;
    int bestScore = 0;
    int bestEnd = 0;
    for (int length = token.length; length > 2; length--) {
      boolean inside = length < token.length && within(token.joins[length]);
      if (inside
          || token.ends[length - 1] <= past
          || !Groups.endsAlone(b, token.ends[length - 1])) {
        continue;
      }
      int prefix = prefix(token, length);
      for (int at = 0; at <= prefix; at += 2) {
        for (IdFormat format : IdFormats.ofLength(length - at)) {
          if (country != null && format.type != country
              || at > 0 && !prefixed(token, format)
              || !unchecked && format.unchecked && format.numeric()
              || country == null && doubtful(token, format, at, length, tax)
              || !out.wants(format.type)) {
            continue;
          }
          int score = score(token, format, at, length);
          if (score >= bestScore && matches(format, token, at, length)) {
            several = score == bestScore && best != null && (several || best.type != format.type);
            best = score == bestScore && best != null ? best : format;
            bestScore = score;
            bestEnd = token.ends[length - 1];
          }
        }
      }
    }
    if (best == null) {
      refused(b, from, token, country, out);
      return -1;
    }
    PiiType type = several && out.wants(PiiType.NATIONAL_ID) ? PiiType.NATIONAL_ID : best.type;
    int end = IdTokens.closed(b, bestEnd);
    out.add(type, from - Line.PAD, end - Line.PAD, best.name);
    return end;
  }

  /** What goes on behind this, or has its check digit in a bracket, does not end before it. */
  private static boolean within(byte join) {
    return join == 0 || join == '(' || join == '[';
  }

  /**
   * Where no country is named: nine numbers in ten of any length pass the check of some country, so
   * a number without one must look like one of that country, and so must a company's number where
   * the words are for a person's.
   */
  private static boolean doubtful(IdToken token, IdFormat format, int at, int length, boolean tax) {
    boolean plain = format.unchecked && format.numeric() && !format.rare;
    boolean bare = plain || format.company && !tax;
    boolean oneRun = token.inOneRun(at, length);
    if (oneRun || !bare && token.joinedAlike(at, length)) {
      return oneRun && bare;
    }
    return !laidOut(token, format, at, length);
  }

  private static boolean laidOut(IdToken token, IdFormat format, int at, int length) {
    return format.length == length - at && format.inLayout(token, at);
  }

  /** What is more to be believed: a check, letters, the usual layout, then length. */
  private static int score(IdToken token, IdFormat format, int at, int length) {
    int score = format.unchecked ? 1 : 1000;
    score += token.allDigits(at, length) ? 0 : 400;
    score += format.dated ? 200 : 0;
    score += !token.inOneRun(at, length) && format.inLayout(token, at) ? 300 : 0;
    return score + length * 4 + at;
  }

  private static boolean matches(IdFormat format, IdToken token, int at, int length) {
    int whole = token.length;
    token.length = length;
    boolean matches = format.matches(token, at);
    token.length = whole;
    return matches;
  }

  /** Two where the token begins with two letters that may name a country. */
  private static int prefix(IdToken token, int length) {
    return length > 6 && (token.digits & 3) == 0 ? 2 : 0;
  }

  private static boolean prefixed(IdToken token, IdFormat format) {
    byte first = token.chars[0];
    byte second = token.chars[1];
    boolean greek = first == 'E' && second == 'L' && format.name.startsWith("gr");
    return greek
        || (first | 0x20) == format.name.charAt(0) && (second | 0x20) == format.name.charAt(1);
  }

  private static void refused(byte[] b, int from, IdToken token, PiiType country, Findings out) {
    if (token.length > 3 && token.digits != 0) {
      PiiType type = country == null ? PiiType.NATIONAL_ID : country;
      int end = token.ends[token.length - 1] - Line.PAD;
      out.refuse(type, from - Line.PAD, end, "national-id", "no format's shape and check digit");
    }
  }

  private static IdToken token() {
    IdToken token = TOKENS.get();
    if (token == null) {
      token = new IdToken();
      TOKENS.set(token);
    }
    token.clear();
    return token;
  }
}
