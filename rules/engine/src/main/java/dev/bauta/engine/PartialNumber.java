package dev.bauta.engine;

/**
 * Partial forms of numbers and codes. A star counts as a character hidden before, so that a form
 * made once is made again. All give null for a value without the shape.
 */
final class PartialNumber {

  private static final int NETWORKS = 256;
  private static final String[] MASKED_NETWORKS = new String[NETWORKS];

  // The least number of so many digits: one with zeros before it is written as it came.
  private static final int[] LEAST = {0, 10, 100};

  private PartialNumber() {}

  /** Stars every digit but the last ones; separators stay. */
  static String lastDigits(String value, int keep, int least, int most) {
    return last(value, keep, least, most, false);
  }

  /** Stars every letter and digit but the last ones; separators stay. */
  static String lastCharacters(String value, int keep, int least, int most) {
    return last(value, keep, least, most, true);
  }

  /** The last two, of nine or more the last three: less than half, and never a birth date. */
  static String nationalId(String value) {
    return last(value, count(value) >= 9 ? 3 : 2, 6, 24, true);
  }

  private static String last(String value, int keep, int least, int most, boolean letters) {
    int count = count(value);
    if (count < least || count > most) {
      return null;
    }
    char[] masked = new char[value.length()];
    int left = count;
    for (int i = 0; i < masked.length; i++) {
      char c = value.charAt(i);
      int kind = CharKind.of(c);
      if (kind == CharKind.SEPARATOR) {
        masked[i] = c;
      } else if (kind == CharKind.DIGIT || c == '*' || letters && kind == CharKind.LETTER) {
        masked[i] = left-- > keep ? '*' : c;
      } else {
        return null;
      }
    }
    return new String(masked);
  }

  private static int count(String value) {
    int count = 0;
    for (int i = 0; i < value.length(); i++) {
      count += CharKind.of(value.charAt(i)) == CharKind.SEPARATOR ? 0 : 1;
    }
    return count;
  }

  /** {@code DE** **** **** **** **30 00}. */
  static String iban(String value) {
    int count = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int kind = CharKind.of(c);
      if (c != ' ' && c != '*' && kind != CharKind.LETTER && kind != CharKind.DIGIT) {
        return null;
      }
      count += c == ' ' ? 0 : 1;
    }
    return count < 12 || count > 34 ? null : ends(value, count);
  }

  /** The first two and the last four. */
  private static String ends(String value, int count) {
    char[] masked = value.toCharArray();
    int seen = 0;
    for (int i = 0; i < masked.length; i++) {
      if (masked[i] != ' ') {
        masked[i] = seen < 2 || seen >= count - 4 ? masked[i] : '*';
        seen++;
      }
    }
    return new String(masked);
  }

  /** {@code ****DE*****}: the country of the bank. */
  static String bic(String value) {
    if (value.length() != 8 && value.length() != 11) {
      return null;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean country = i == 4 || i == 5;
      if (!isLetter(c) && (country || c != '*' && !isDigit(c))) {
        return null;
      }
    }
    return "****" + value.substring(4, 6) + "*".repeat(value.length() - 6);
  }

  /** {@code 10.*.*.*}. */
  static String ipv4(String value) {
    int dot = value.indexOf('.');
    if (dot < 1 || dot > 3 || value.length() > 15) {
      return null;
    }
    int network = 0;
    for (int i = 0; i < dot; i++) {
      int digit = Character.digit(value.charAt(i), 10);
      if (digit < 0) {
        return null;
      }
      network = network * 10 + digit;
    }
    return network < NETWORKS && network >= LEAST[dot - 1]
        ? network(network)
        : value.substring(0, dot) + ".*.*.*";
  }

  // Most values that logs have hidden are addresses: each form is made once.
  private static String network(int first) {
    String masked = MASKED_NETWORKS[first];
    if (masked == null) {
      MASKED_NETWORKS[first] = masked = first + ".*.*.*";
    }
    return masked;
  }

  /** {@code 2001:*}. */
  static String ipv6(String value) {
    int colon = value.indexOf(':');
    if (colon < 0 || colon > 4) {
      return null;
    }
    for (int i = 0; i < colon; i++) {
      if (IpText.hex(value.charAt(i)) < 0) {
        return null;
      }
    }
    return value.substring(0, colon) + ":*";
  }

  /** {@code 00:1a:2b:**:**:**}: the vendor's half (IEEE 802: the first 24 bits). */
  static String mac(String value) {
    int digits = 0;
    StringBuilder masked = new StringBuilder(value.length());
    for (int i = 0; i < value.length() && digits <= 16; i++) {
      char c = value.charAt(i);
      if (c == ':' || c == '-' || c == '.') {
        masked.append(c);
        continue;
      }
      boolean kept = digits++ < 6;
      if (IpText.hex(c) < 0 && (kept || c != '*')) {
        return null;
      }
      masked.append(kept ? c : '*');
    }
    boolean complete = masked.length() == value.length();
    return complete && (digits == 12 || digits == 16) ? masked.toString() : null;
  }

  /** {@code **}{@code /27}: the year of the month a card ends in. */
  static String expiry(String value) {
    int slash = Math.max(value.indexOf('/'), value.indexOf('-'));
    int year = value.length() - slash - 1;
    boolean month = slash == 1 || slash == 2;
    if (!month || year != 2 && year != 4 || DateText.number(value, slash + 1, value.length()) < 0) {
      return null;
    }
    for (int i = 0; i < slash; i++) {
      if (value.charAt(i) != '*' && !isDigit(value.charAt(i))) {
        return null;
      }
    }
    return "**" + value.substring(slash);
  }

  /** Whether there are only digits, hidden or not. */
  private static boolean isHidden(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (value.charAt(i) != '*' && !isDigit(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
