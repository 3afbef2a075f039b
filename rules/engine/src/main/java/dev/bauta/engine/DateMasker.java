package dev.bauta.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A date made coarser: its month {@code 1984-05}, quarter {@code 1984-Q2}, year {@code 1984},
 * decade {@code 1980s}, or the age in bands, {@code 40-49}. What is as coarse already stays.
 */
final class DateMasker implements Masker {

  /** From fine to coarse. */
  static final List<String> GRAINS = List.of("month", "quarter", "year", "decade", "age");

  private static final int MONTH = 0;
  private static final int QUARTER = 1;
  private static final int YEAR = 2;
  private static final int DECADE = 3;
  private static final int AGE = 4;
  private static final int OLDEST = 150;

  private final int grain;
  private final int band;
  private final boolean dayFirst;
  private final Clock clock;

  /**
   * @param to one of {@link #GRAINS}
   * @param band years of an age band
   * @param dayFirst whether {@code 05/06/1984} is a day in June
   * @param clock of today, in the zone dates are read in
   */
  DateMasker(String to, int band, boolean dayFirst, Clock clock) {
    this.grain = GRAINS.indexOf(to);
    this.band = band;
    this.dayFirst = dayFirst;
    this.clock = clock;
  }

  static Clock clock(ZoneId zone) {
    return Clock.system(zone);
  }

  @Override
  public String name() {
    return "date";
  }

  @Override
  public String mask(String value, PiiType type) {
    LocalDate date = DateText.parse(value, clock.getZone(), dayFirst);
    String masked = date == null ? coarser(value) : generalise(date);
    return masked == null ? Maskers.REDACT.mask(value, type) : masked;
  }

  private String generalise(LocalDate date) {
    return switch (grain) {
      case MONTH -> date.toString().substring(0, 7);
      case QUARTER -> quarter(date.getYear(), date.getMonthValue());
      case YEAR -> String.valueOf(date.getYear());
      case DECADE -> decade(date.getYear());
      default -> age(ChronoUnit.YEARS.between(date, LocalDate.now(clock)));
    };
  }

  private static String quarter(int year, int month) {
    return year + "-Q" + (month + 2) / 3;
  }

  private static String decade(int year) {
    return year / 10 + "0s";
  }

  private String age(long years) {
    if (years < 0 || years > OLDEST) {
      return null;
    }
    long from = years / band * band;
    return from + "-" + (from + band - 1);
  }

  /** What is no whole date but the coarse form of one, made as coarse as wanted; else null. */
  private String coarser(String value) {
    if (isAgeBand(value)) {
      return value;
    }
    int length = value.length();
    if (length == 5 && value.endsWith("0s") && DateText.number(value, 0, 4) > 0) {
      return grain == AGE ? null : value;
    }
    boolean year = length >= 4 && DateText.isYear(value, 0, 4);
    if (!year || grain == AGE) {
      return null; // from a year alone nobody's age is known
    }
    int number = DateText.number(value, 0, 4);
    if (length == 4 || value.endsWith("-**-**") && length == 10) {
      return grain == DECADE ? decade(number) : value.substring(0, 4);
    }
    return length == 7 && value.charAt(4) == '-' ? ofMonthOrQuarter(value, number) : null;
  }

  private String ofMonthOrQuarter(String value, int year) {
    int month = DateText.number(value, 5, 7);
    int quarter = value.charAt(5) == 'Q' ? DateText.number(value, 6, 7) : -1;
    boolean ofQuarter = quarter >= 1 && quarter <= 4;
    if (!ofQuarter && (month < 1 || month > 12)) {
      return null;
    }
    return switch (grain) {
      case MONTH -> value;
      case QUARTER -> ofQuarter ? value : quarter(year, month);
      case YEAR -> value.substring(0, 4);
      default -> decade(year);
    };
  }

  /** {@code 40-49}, of any width its beginning is a multiple of. */
  private static boolean isAgeBand(String value) {
    int dash = value.indexOf('-');
    if (dash < 1 || dash > 3 || value.length() > 7) {
      return false;
    }
    int from = DateText.number(value, 0, dash);
    int to = DateText.number(value, dash + 1, value.length());
    int width = to - from + 1;
    return from >= 0 && to <= OLDEST + 100 && width > 1 && from % width == 0 && plain(value, dash);
  }

  private static boolean plain(String value, int dash) {
    return (dash == 1 || value.charAt(0) != '0') && value.charAt(dash + 1) != '0';
  }
}
