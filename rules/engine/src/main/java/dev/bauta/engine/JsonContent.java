package dev.bauta.engine;

/**
 * Whether a JSON string may hold something that is found by its content: a look at eight bytes a
 * step, so that most strings are never copied out.
 */
final class JsonContent {

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  // The shortest value of digits, an IPv4 address or a national number of six, has six of these.
  private static final int FEW_DIGITS = 6;

  // From here on a token may be a secret, and a sentence may name what stands in it.
  private static final int LONG = 15;

  private static final int SHORTEST = 3;

  private JsonContent() {}

  /**
   * False only where the text masker would find nothing.
   *
   * @param foreign whether bytes past ASCII may be digits
   */
  static boolean mayHold(JsonBuffer in, int from, int to, boolean foreign) {
    if (to - from < SHORTEST) {
      return false;
    }
    long signs = 0;
    long spaces = 0;
    long past = 0;
    int digits = 0;
    for (int at = from; at < to; at += Long.BYTES) {
      long x = in.eight(at, to);
      long ascii = x & ~HIGH;
      past |= x;
      digits += Long.bitCount(between(ascii, '.', '9'));
      signs |= between(ascii, ':', '@') | between(ascii, '+', '+');
      spaces |= between(ascii, ' ', ' ');
    }
    if (foreign && (past & HIGH) != 0) {
      return true;
    }
    boolean possible =
        signs != 0 || digits >= FEW_DIGITS || to - from >= LONG && (digits > 0 || spaces != 0);
    return possible && !isTimeOrId(in.bytes, from, to - from);
  }

  /** The high bit of each byte from one value to another. */
  private static long between(long ascii, int low, int high) {
    return ascii + ONES * (0x80 - low) & ~(ascii + ONES * (0x7F - high)) & HIGH;
  }

  /** Dates, times of ISO 8601 and UUIDs: common, and never anybody's. */
  private static boolean isTimeOrId(byte[] b, int from, int length) {
    if (length == 36) {
      return b[from + 8] == '-' && b[from + 13] == '-' && isHex(b, from, from + 36);
    }
    if (length < 10 || b[from + 4] != '-' || b[from + 7] != '-' || !isDigits(b, from, "01235689")) {
      return false;
    }
    return length == 10 || isTime(b, from, length);
  }

  private static boolean isTime(byte[] b, int from, int length) {
    if (length < 19 || length > 35 || b[from + 10] != 'T' && b[from + 10] != ' ') {
      return false;
    }
    if (b[from + 13] != ':' || b[from + 16] != ':' || !isDigits(b, from + 11, "013467")) {
      return false;
    }
    return length == 19 || isFractionOrZone(b, from, length);
  }

  /** {@code .123}, {@code Z}, {@code +02:00}, or the first with one of the others. */
  private static boolean isFractionOrZone(byte[] b, int from, int length) {
    int end = from + length;
    int zone = b[end - 1] == 'Z' ? end - 1 : b[end - 3] == ':' ? end - 6 : end;
    if (zone == end - 6 && (b[zone] != '+' && b[zone] != '-' || !isDigits(b, zone, "1245"))) {
      return false;
    }
    if (zone == from + 19) {
      return true;
    }
    for (int i = from + 20; i < zone; i++) {
      if (!Ascii.digit(b[i])) {
        return false;
      }
    }
    return b[from + 19] == '.' && zone - from - 20 <= 9;
  }

  private static boolean isDigits(byte[] b, int from, String places) {
    for (int i = 0; i < places.length(); i++) {
      if (!Ascii.digit(b[from + places.charAt(i) - '0'])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Ascii.hex(b[i]) && b[i] != '-') {
        return false;
      }
    }
    return b[from + 18] == '-' && b[from + 23] == '-';
  }
}
