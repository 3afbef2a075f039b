package dev.bauta.engine.ids;

/** Dates inside numbers. Where the century is not told, a leap year of either will do. */
final class IdDates {

  private static final String DAYS = "312931303130313130313031";

  private IdDates() {}

  /**
   * Whether the digits from a position on are a date.
   *
   * @param order such as {@code ymd}; {@code Y} for a year of four digits
   * @param added what may be added to day or month, as {@code m+20+40d+60}
   */
  static boolean valid(IdToken token, int from, String order, String added) {
    int at = from;
    int year = 4;
    int month = 1;
    int day = 1;
    for (int i = 0; i < order.length(); i++) {
      char part = order.charAt(i);
      int size = part == 'Y' ? 4 : 2;
      int value = (int) token.number(at, at + size);
      at += size;
      if (part == 'd') {
        day = without(value, added, 'd', 31);
      } else if (part == 'm') {
        month = without(value, added, 'm', 12);
      } else {
        year = value;
        if (part == 'Y' && (year < 1850 || year > 2050)) {
          return false;
        }
      }
    }
    return valid(year, month, day);
  }

  static boolean valid(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    int most = (DAYS.charAt(2 * month - 2) - '0') * 10 + DAYS.charAt(2 * month - 1) - '0';
    boolean leap = year % 4 == 0 && (year < 100 || year % 100 != 0 || year % 400 == 0);
    return day <= (month == 2 && !leap ? 28 : most);
  }

  private static int without(int value, String added, char part, int most) {
    int i = added.indexOf(part) + 1;
    if (value <= most || i == 0) {
      return value;
    }
    while (i + 2 < added.length() && added.charAt(i) == '+') {
      int more = Integer.parseInt(added, i + 1, i + 3, 10);
      if (value - more >= 1 && value - more <= most) {
        return value - more;
      }
      i += 3;
    }
    return 0;
  }
}
