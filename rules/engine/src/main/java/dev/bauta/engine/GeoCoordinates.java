package dev.bauta.engine;

/**
 * Places on the globe: latitude and longitude in decimal degrees or in degrees, minutes and
 * seconds, as one value or as a pair.
 */
final class GeoCoordinates {

  private static final int MIN_DECIMALS = 3;
  private static final byte DEGREE = (byte) 0xB0;

  private GeoCoordinates() {}

  /** Takes decimal degrees beside a word that says so; the end, or -1. */
  static int inContext(byte[] b, int digits, Findings out) {
    int start = b[digits - 1] == '-' ? digits - 1 : digits;
    boolean alone = !Ascii.alphanumeric(b[start - 1]) && b[start - 1] != '.';
    if (!alone || (Context.before(b, start) & Context.GEO) == 0) {
      return -1;
    }
    int end = end(b, start);
    if (end > 0) {
      out.add(PiiType.GEO_COORDINATES, start - Line.PAD, end - Line.PAD, "context");
    }
    return end;
  }

  /** Where one value, or a pair of them, ends, or -1. */
  static int end(byte[] b, int from) {
    int open = b[from] == '(' || b[from] == '[' ? from + 1 : from;
    int first = valueEnd(b, open);
    if (first < 0) {
      return -1;
    }
    int next = first;
    while (next < first + 3
        && (b[next] == ' ' || b[next] == ',' || b[next] == ';' || b[next] == '/')) {
      next++;
    }
    int second = next > first ? valueEnd(b, next) : -1;
    return second > 0 ? second : first;
  }

  private static int valueEnd(byte[] b, int from) {
    int i = hemisphere(b[from]) ? from + 1 : from;
    i += b[i] == ' ' || b[i] == '-' || b[i] == '+' ? 1 : 0;
    int whole = Groups.run(b, i, 3);
    if (whole == 0 || whole > 3) {
      return -1;
    }
    int degrees = 0;
    for (int d = 0; d < whole; d++) {
      degrees = degrees * 10 + b[i + d] - '0';
    }
    i += whole;
    boolean point = b[i] == '.';
    int decimals = point ? Groups.skip(b, i + 1) - i - 1 : 0;
    i += point ? 1 + decimals : 0;
    boolean sign = degreeSign(b, i);
    if (degrees > 180 || !sign && decimals < MIN_DECIMALS) {
      return -1;
    }
    i = sign ? minutesEnd(b, i + 1) : i;
    int letter = b[i] == ' ' ? i + 1 : i;
    i = hemisphere(b[letter]) && !Ascii.alphanumeric(b[letter + 1]) ? letter + 1 : i;
    return Ascii.alphanumeric(b[i]) || b[i] == '.' && Ascii.digit(b[i + 1]) ? -1 : i;
  }

  private static boolean degreeSign(byte[] b, int i) {
    return b[i] == DEGREE || b[i] == 1 && Ascii.digit(b[i + 1]);
  }

  /** Behind {@code 31'12.5"}. */
  private static int minutesEnd(byte[] b, int from) {
    int i = from;
    int end = from;
    while (i < from + 24 && minutes(b[i])) {
      i++;
      end = b[i - 1] == ' ' ? end : i;
    }
    return end;
  }

  // Primes fold to 1, or to quotation marks.
  private static boolean minutes(byte b) {
    return Ascii.digit(b) || b == '.' || b == '\'' || b == '"' || b == ' ' || b == 1 || b == DEGREE;
  }

  private static boolean hemisphere(byte b) {
    return b == 'N' || b == 'S' || b == 'E' || b == 'W' || b == 'O';
  }
}
