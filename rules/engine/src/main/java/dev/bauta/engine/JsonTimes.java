package dev.bauta.engine;

/**
 * Dates, times of ISO 8601, UUIDs and trace ids (W3C Trace Context): common in JSON, and never
 * anybody's.
 */
final class JsonTimes {

  private static final int UUID = 36;
  private static final int TRACE_ID = 32;
  private static final int DATE = 10;
  private static final int SECONDS = 19;
  private static final int LONGEST = 35;
  private static final int MOST_OF_A_SECOND = 9;

  // Eight characters each, the first one lowest; and what may be added to the difference of each
  // before it is past 0x7F.
  private static final long YEAR_MONTH = 0x2D30302D30303030L; // 0000-00-
  private static final long YEAR_MONTH_SLACK = 0x7F76767F76767676L;
  private static final long DAY_MINUTE = 0x30303A3030543030L; // 00T00:00
  private static final long DAY_MINUTE_SLACK = 0x76767F76767F7676L;

  private static final long DASH_AS_DIGIT = '-' ^ '0';

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private JsonTimes() {}

  /** Whether a string is nothing but one of these. */
  static boolean isTimeOrId(JsonBuffer in, int from, int length) {
    if (length == UUID) {
      return isUuid(in, from);
    }
    if (length == TRACE_ID) {
      return isHex(in.eight(from))
          && isHex(in.eight(from + 8))
          && isHex(in.eight(from + 16))
          && isHex(in.eight(from + 24));
    }
    if (length < DATE || !fits(in.eight(from), YEAR_MONTH, YEAR_MONTH_SLACK)) {
      return false;
    }
    return length == DATE ? in.digits(from + 8) >= 2 : isTime(in, from, length);
  }

  private static boolean isTime(JsonBuffer in, int from, int length) {
    if (length < SECONDS || length > LONGEST) {
      return false;
    }
    byte[] b = in.bytes;
    long minute = in.eight(from + 8);
    if (b[from + DATE] == ' ') {
      minute ^= (long) ('T' ^ ' ') << 16;
    }
    return fits(minute, DAY_MINUTE, DAY_MINUTE_SLACK)
        && b[from + 16] == ':'
        && in.digits(from + 17) >= 2
        && (length == SECONDS || isFractionOrZone(in, from + SECONDS, from + length));
  }

  /** {@code .123}, {@code Z}, {@code +02:00}, or the first with one of the others. */
  private static boolean isFractionOrZone(JsonBuffer in, int from, int end) {
    byte[] b = in.bytes;
    int at = from;
    if (b[at] == '.') {
      at++;
      while (Ascii.digit(b[at])) {
        at++;
      }
      if (at - from > 1 + MOST_OF_A_SECOND) {
        return false;
      }
    }
    if (at == end || b[at] == 'Z' && at + 1 == end) {
      return true;
    }
    boolean signed = b[at] == '+' || b[at] == '-';
    return signed
        && at + 6 == end
        && b[at + 3] == ':'
        && twoDigits(b, at + 1)
        && twoDigits(b, at + 4);
  }

  private static boolean twoDigits(byte[] b, int at) {
    return Ascii.digit(b[at]) && Ascii.digit(b[at + 1]);
  }

  /** Whether eight characters are those of a form; digits may be 9 more than in it. */
  private static boolean fits(long x, long form, long slack) {
    long off = x ^ form;
    return ((off | (off & ~HIGH) + slack) & HIGH) == 0;
  }

  /** RFC 9562, section 4: 8, 4, 4, 4 and 12 hexadecimal digits. */
  private static boolean isUuid(JsonBuffer in, int from) {
    byte[] b = in.bytes;
    return b[from + 8] == '-'
        && b[from + 13] == '-'
        && b[from + 18] == '-'
        && b[from + 23] == '-'
        && isHex(in.eight(from))
        && isHex(in.eight(from + 9) ^ DASH_AS_DIGIT << 32)
        && isHex(in.eight(from + 15) ^ DASH_AS_DIGIT << 24)
        && isHex(in.eight(from + 24))
        && isHex(in.eight(from + 28));
  }

  private static boolean isHex(long x) {
    long ascii = x & ~HIGH;
    long small = ascii | ONES * 0x20;
    long digit = ascii + ONES * (0x80 - '0') & ~(ascii + ONES * (0x7F - '9'));
    long letter = small + ONES * (0x80 - 'a') & ~(small + ONES * (0x7F - 'f'));
    return ((digit | letter) & ~x & HIGH) == HIGH;
  }
}
