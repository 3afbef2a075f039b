package dev.bauta.engine;

/** The forms in which dates of birth are written. */
final class BirthDate {

  private static final int LONGEST = 24;

  private BirthDate() {}

  /** Where the date that begins here ends, or 0. */
  static int end(byte[] b, int from) {
    int i = from;
    int last = 0;
    while (i - from < LONGEST && part(b, i)) {
      i++;
      if (Ascii.digit(b[i - 1]) && !Ascii.digit(b[i]) && fits(b, from, i)) {
        last = i;
      }
    }
    return last;
  }

  private static boolean part(byte[] b, int i) {
    byte c = b[i];
    boolean joins = c == '-' || c == '.' || c == '/' || c == ' ' || c == ',';
    return Ascii.alphanumeric(c) || joins && !(b[i + 1] == ' ' && c == ' ') || c < 0;
  }

  /** Whether this is a year, or a day of one: in numbers, or with the name of the month. */
  static boolean fits(byte[] b, int from, int end) {
    int digits = 0;
    int groups = 0;
    int letters = 0;
    for (int i = from; i < end; i++) {
      if (Ascii.digit(b[i])) {
        digits++;
        groups += i == from || !Ascii.digit(b[i - 1]) ? 1 : 0;
      } else if (WordTable.isLetter(b[i])) {
        letters++;
      }
    }
    if (letters > 0) {
      boolean time = b[from + 4] == '-' && b[from + 7] == '-' && b[from + 10] == 'T';
      return time || groups == 2 && letters <= 12 && digits >= 3 && digits <= 6;
    }
    return groups == 3 && digits >= 4 && digits <= 8
        || groups == 1 && (digits == 8 || digits == 4) && century(b, from, digits);
  }

  private static boolean century(byte[] b, int from, int digits) {
    boolean yearFirst =
        b[from] == '1' && b[from + 1] >= '8' || b[from] == '2' && b[from + 1] == '0';
    return yearFirst || digits == 8 && (b[from + 4] == '1' || b[from + 4] == '2');
  }
}
