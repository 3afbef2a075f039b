package dev.bauta.engine;

/**
 * Coordinates with fewer decimals: {@code 52.52001, 13.40495} becomes {@code 52.5, 13.4}. One
 * decimal is some 11 km, two are 1.1 km. Cut, not rounded, so that a second time changes nothing.
 * Minutes and seconds of an angle are left out.
 */
final class GeoMasker implements Masker {

  private static final int LONGEST = 64;

  private final int decimals;

  /**
   * @param decimals how many decimals of a degree stay
   */
  GeoMasker(int decimals) {
    this.decimals = decimals;
  }

  @Override
  public String name() {
    return "geo";
  }

  @Override
  public String mask(String value, PiiType type) {
    String masked = value.length() > LONGEST ? null : cut(value, decimals);
    return masked == null ? Maskers.REDACT.mask(value, type) : masked;
  }

  /** One or two coordinates with no more than these decimals, or null where it is none. */
  static String cut(String value, int decimals) {
    StringBuilder out = new StringBuilder(value.length());
    int numbers = 0;
    int i = 0;
    while (i < value.length()) {
      char c = value.charAt(i);
      if (isDigit(c)) {
        if (++numbers > 2) {
          return null;
        }
        i = degrees(value, i, decimals, out);
        if (i < 0) {
          return null;
        }
      } else if (isAround(c)) {
        out.append(c);
        i++;
      } else {
        return null;
      }
    }
    return numbers == 0 ? null : out.toString();
  }

  /** Copies the degrees that begin here; returns where they end, or -1 if these are none. */
  private static int degrees(String value, int from, int decimals, StringBuilder out) {
    int end = digits(value, from);
    if (end - from > 3 || Integer.parseInt(value, from, end, 10) > 180) {
      return -1;
    }
    out.append(value, from, end);
    if (end + 1 < value.length() && value.charAt(end) == '.' && isDigit(value.charAt(end + 1))) {
      int last = digits(value, end + 1);
      if (decimals > 0) {
        out.append(value, end, Math.min(last, end + 1 + decimals));
      }
      end = last;
    }
    if (end < value.length() && value.charAt(end) == '\u00b0') {
      out.append('\u00b0');
      end = minutesEnd(value, end + 1);
    }
    return end;
  }

  private static int minutesEnd(String value, int from) {
    int i = from;
    while (i < value.length() && isAngle(value.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isAngle(char c) {
    return isDigit(c)
        || c == '.'
        || c == '\''
        || c == '"'
        || c == '\u2032'
        || c == '\u2033'
        || c == '\u2019'
        || c == '\u201d';
  }

  private static int digits(String value, int from) {
    int i = from;
    while (i < value.length() && isDigit(value.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAround(char c) {
    return " ,;()[]+-NSEWnsew/".indexOf(c) >= 0;
  }
}
