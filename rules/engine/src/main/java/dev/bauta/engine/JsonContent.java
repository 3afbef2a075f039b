package dev.bauta.engine;

/**
 * Whether a JSON string may hold something that is found by its content: a look at eight bytes a
 * step, so that most strings are never copied out.
 */
final class JsonContent {

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  // The shortest value of digits without a sign, an IPv4 address or a number of six, has six of
  // these; dots and slashes count.
  private static final int FEW_DIGITS = 6;

  // From here on a token with a digit may be a secret, and a sentence may name what stands in it.
  private static final int LONG = 15;

  // Words alone are nothing found by content, but for what stands behind Basic or Bearer. In a
  // long text the text masker, which costs little there, has the say.
  private static final int LONG_WORDS = 64;

  private static final int SHORTEST = 3;

  /** The letters of Basic, and the fewest that are credentials with the space before them. */
  private static final int BASIC = 5;

  private static final int CREDENTIALS = 16;

  private static final long FIRST_DIGIT = 1L << 32;
  private static final long DIGITS = 0xFF * FIRST_DIGIT;
  private static final long SIGN = 1L << 60;
  private static final long PAST = 1L << 61;

  private JsonContent() {}

  /**
   * Where the string that begins here ends: at its quote, its first backslash, or past the text.
   *
   * @return the place in the low 32 bits, above it what {@link #mayHold} wants to know
   */
  static long walk(JsonBuffer in, int from) {
    int end = in.length;
    long signs = 0;
    long past = 0;
    int digits = 0;
    for (int at = from; at < end; at += Long.BYTES) {
      long x = in.eight(at);
      long hit = JsonBuffer.quotesAndEscapes(x);
      x &= ((hit & -hit) >>> 7) - 1; // what is before the hit
      long ascii = x & ~HIGH;
      long fromColon = ascii + ONES * (0x80 - ':');
      long plus = ascii ^ ONES * '+';
      past |= x;
      digits += Long.bitCount(ascii + ONES * (0x80 - '.') & ~fromColon & HIGH);
      signs |= fromColon & ~(ascii + ONES * (0x80 - 'A')) | plus - ONES & ~plus;
      if (hit != 0) {
        int stop = at + (Long.numberOfTrailingZeros(hit) >>> 3);
        return told(signs, past, Math.min(digits, FEW_DIGITS)) | stop;
      }
    }
    return end;
  }

  private static long told(long signs, long past, int digits) {
    long told = (long) digits << 32;
    told |= (signs & HIGH) != 0 ? SIGN : 0;
    return told | ((past & HIGH) != 0 ? PAST : 0);
  }

  /**
   * Whether the string between two places has a value in it; false only where the text masker would
   * find nothing.
   *
   * @param walked as {@link #walk} gave it
   * @param foreign whether bytes past ASCII may be digits
   */
  static boolean mayHold(JsonBuffer in, int from, long walked, boolean foreign) {
    int length = (int) walked - from;
    if (walked < FIRST_DIGIT && (length < LONG || !isWordy(in, from, length))
        || length < SHORTEST) {
      return false;
    }
    if (walked >= PAST && foreign) {
      return true;
    }
    boolean possible =
        (walked & SIGN) != 0 || (walked & DIGITS) >= FEW_DIGITS * FIRST_DIGIT || length >= LONG;
    return possible && !JsonTimes.isTimeOrId(in, from, length);
  }

  private static boolean isWordy(JsonBuffer in, int from, int length) {
    return length >= LONG_WORDS || length > BASIC + CREDENTIALS && hasScheme(in, from, length);
  }

  /** Whether Basic or Bearer ends before a space, or something much like it. */
  private static boolean hasScheme(JsonBuffer in, int from, int length) {
    int end = from + length - CREDENTIALS;
    for (int at = from + BASIC; at <= end; at += Long.BYTES) {
      long space = in.eight(at) ^ ONES * ' ';
      long before = in.eight(at - 1) | ONES * 0x20;
      long c = before ^ ONES * 'c';
      long r = before ^ ONES * 'r';
      long hits = space - ONES & ~space & (c - ONES & ~c | r - ONES & ~r) & HIGH;
      for (; hits != 0; hits &= hits - 1) {
        int b = at + (Long.numberOfTrailingZeros(hits) >>> 3) - BASIC;
        if ((in.bytes[b] | 0x20) == 'b' || (in.bytes[b - 1] | 0x20) == 'b') {
          return true;
        }
      }
    }
    return false;
  }
}
