package dev.bauta.engine.ids;

/** Codice fiscale (DM 23 December 1976): date with the day raised by 40 for women, check letter. */
final class ItalianCode {

  private static final String MONTHS = "ABCDEHLMPRST";
  // Two persons of one code are told apart by letters for digits.
  private static final String LETTERS_FOR_DIGITS = "LMNPQRSTUV";
  private static final int[] ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private ItalianCode() {}

  static boolean valid(IdToken token, int at) {
    byte[] b = token.chars;
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int value = b[at + i] <= '9' ? b[at + i] - '0' : b[at + i] - 'A';
      sum += i % 2 == 0 ? ODD[value] : value;
    }
    int day = 10 * digit(b[at + 9]) + digit(b[at + 10]);
    int year = 10 * digit(b[at + 6]) + digit(b[at + 7]);
    int month = MONTHS.indexOf(b[at + 8]) + 1;
    return 'A' + sum % 26 == b[at + 15] && IdDates.valid(year, month, day > 40 ? day - 40 : day);
  }

  private static int digit(byte b) {
    return b <= '9' ? b - '0' : LETTERS_FOR_DIGITS.indexOf(b);
  }
}
