package dev.bauta.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads dates as they are written: {@code 1984-05-17} (ISO 8601, also as {@code 19840517} and with
 * a time), {@code 17.05.1984}, {@code 05/17/1984}. Years have four digits: of {@code 17.05.84}
 * nobody knows the century.
 */
final class DateText {

  private static final int LONGEST = 40;
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2999;

  private DateText() {}

  /**
   * The date, or null.
   *
   * @param zone whose calendar a point in time with an offset is read in
   * @param dayFirst whether {@code 05/06/1984} is a day in June
   */
  static LocalDate parse(String text, ZoneId zone, boolean dayFirst) {
    int length = text.length();
    if (length < 8 || length > LONGEST) {
      return null;
    }
    if (length == 8 && number(text, 0, 8) >= 0) {
      return date(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
    }
    int year = number(text, 0, 4);
    return year >= 0 ? yearFirst(text, year, zone) : yearLast(text, dayFirst);
  }

  private static LocalDate yearFirst(String text, int year, ZoneId zone) {
    char separator = text.charAt(4);
    if (separator != '-' && separator != '/' && separator != '.') {
      return null;
    }
    int month = digits(text, 5);
    int day = digits(text, month + 1);
    if (month == 5 || month >= text.length() || text.charAt(month) != separator) {
      return null;
    }
    LocalDate date = date(year, number(text, 5, month), number(text, month + 1, day));
    return date == null || day == text.length() ? date : atTime(text, day, date, zone);
  }

  private static LocalDate yearLast(String text, boolean dayFirst) {
    int first = digits(text, 0);
    if (first == 0 || first >= text.length()) {
      return null;
    }
    char separator = text.charAt(first);
    int second = digits(text, first + 1);
    boolean known = separator == '.' || separator == '/' || separator == '-';
    if (!known || second + 5 != text.length() || text.charAt(second) != separator) {
      return null;
    }
    int one = number(text, 0, first);
    int two = number(text, first + 1, second);
    int year = number(text, second + 1, second + 5);
    // dots and dashes are written day first; a month over 12 is the day
    boolean monthFirst = separator == '/' && !dayFirst && one <= 12 || two > 12;
    return monthFirst ? date(year, one, two) : date(year, two, one);
  }

  /** The date of what is written with a time, and perhaps an offset, behind it. */
  private static LocalDate atTime(String text, int from, LocalDate date, ZoneId zone) {
    char mark = text.charAt(from);
    if (mark != 'T' && mark != 't' && mark != ' ' || text.length() < from + 6) {
      return null;
    }
    int hour = number(text, from + 1, from + 3);
    int minute = number(text, from + 4, from + 6);
    if (text.charAt(from + 3) != ':' || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return null;
    }
    int i = from + 6;
    while (i < text.length() && isOfTime(text.charAt(i))) {
      i++;
    }
    int region = text.indexOf('[', i);
    ZoneOffset offset = offset(text.substring(i, region < 0 ? text.length() : region).trim());
    if (i == text.length() || offset == null) {
      return i == text.length() ? date : null;
    }
    LocalDateTime time = date.atTime(hour, minute);
    return OffsetDateTime.of(time, offset).atZoneSameInstant(zone).toLocalDate();
  }

  private static boolean isOfTime(char c) {
    return c >= '0' && c <= '9' || c == ':' || c == '.' || c == ',';
  }

  /** {@code Z}, {@code +02}, {@code +0200}, {@code +02:00}; null for another one. */
  private static ZoneOffset offset(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return null;
    }
    try {
      return ZoneOffset.of(text.equals("z") ? "Z" : text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalDate date(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) {
      return null;
    }
    LocalDate first = LocalDate.of(year, month, 1);
    return day > first.lengthOfMonth() ? null : first.withDayOfMonth(day);
  }

  /** Whether these are the digits of a year a date may have. */
  static boolean isYear(String text, int from, int to) {
    int year = to - from == 4 ? number(text, from, to) : -1;
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && i < from + 2 && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The number of one to nine digits between two places, or -1. */
  static int number(String text, int from, int to) {
    if (from >= to || to > text.length() || to - from > 9) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return -1;
      }
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
