package dev.bauta.engine;

/**
 * Partial forms of numbers and codes. A star counts as a character hidden before, so that a form
 * made once is made again. All give null for a value without the shape.
 */
final class PartialNumber {

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
    StringBuilder masked = new StringBuilder(value.length());
    int left = count;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isSeparator(c)) {
        masked.append(c);
      } else if (c == '*' || Character.isDigit(c) || letters && isLetter(c)) {
        masked.append(left-- > keep ? '*' : c);
      } else {
        return null;
      }
    }
    return masked.toString();
  }

  private static int count(String value) {
    int count = 0;
    for (int i = 0; i < value.length(); i++) {
      count += isSeparator(value.charAt(i)) ? 0 : 1;
    }
    return count;
  }

  /** {@code DE** **** **** **** **30 00}. */
  static String iban(String value) {
    int count = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != ' ' && c != '*' && !isLetter(c) && !Character.isDigit(c)) {
        return null;
      }
      count += c == ' ' ? 0 : 1;
    }
    if (count < 12 || count > 34) {
      return null;
    }
    StringBuilder masked = new StringBuilder(value.length());
    int seen = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean kept = c == ' ' || seen < 2 || seen >= count - 4;
      masked.append(kept ? c : '*');
      seen += c == ' ' ? 0 : 1;
    }
    return masked.toString();
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
    for (int i = 0; i < dot; i++) {
      if (Character.digit(value.charAt(i), 10) < 0) {
        return null;
      }
    }
    return value.substring(0, dot) + ".*.*.*";
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

  /** {@code 1984-**-**}: the year of a date; its time is left out. */
  static String date(String value) {
    int length = value.length();
    if (length < 8 || length > 40) {
      return null;
    }
    if (DateText.isYear(value, 0, 4)) {
      if (length == 8 && isMonthAndDay(value)) {
        return value.substring(0, 4) + "****";
      }
      return yearFirst(value);
    }
    return yearLast(value);
  }

  // In 17051984 the first four digits may look like a year; the middle ones are no month then.
  private static boolean isMonthAndDay(String value) {
    int month = DateText.number(value, 4, 6);
    int day = DateText.number(value, 6, 8);
    return value.endsWith("****") || month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static String yearFirst(String value) {
    char separator = value.charAt(4);
    int second = value.indexOf(separator, 5);
    if (separator != '-' && separator != '/' && separator != '.' || second < 6 || second > 7) {
      return null;
    }
    int end = second + 1;
    while (end < value.length() && end < second + 3 && isHidden(value, end, end + 1)) {
      end++;
    }
    boolean ends = end == value.length() || " Tt".indexOf(value.charAt(end)) >= 0;
    if (end == second + 1 || !ends || !isHidden(value, 5, second)) {
      return null;
    }
    return value.substring(0, 5) + "**" + separator + "**";
  }

  private static String yearLast(String value) {
    int year = value.length() - 4;
    char separator = value.charAt(year - 1);
    int first = value.indexOf(separator);
    int second = year - 1;
    boolean known = separator == '.' || separator == '/' || separator == '-';
    if (!known
        || !DateText.isYear(value, year, value.length())
        || !isPart(value, 0, first)
        || !isPart(value, first + 1, second)) {
      return null;
    }
    return "**" + separator + "**" + value.substring(second);
  }

  private static boolean isPart(String value, int from, int to) {
    return to > from && to <= from + 2 && isHidden(value, from, to);
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

  private static boolean isSeparator(char c) {
    return c == ' '
        || c == '-'
        || c == '.'
        || c == '/'
        || c == '('
        || c == ')'
        || c == '+'
        || c == '\u00a0';
  }
}
