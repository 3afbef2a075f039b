package dev.bauta.engine.ids;

/** Check digits of identity cards whose letters count as numbers of two digits. */
final class CitizenCards {

  private CitizenCards() {}

  /** Portugal's Cartão de Cidadão: Luhn where letters count from ten, doubled ones less nine. */
  static boolean portuguese(byte[] b, int at) {
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      int value = b[at + i] <= '9' ? b[at + i] - '0' : b[at + i] - 'A' + 10;
      if (i % 2 == 0) {
        value *= 2;
        value -= value > 9 ? 9 : 0;
      }
      sum += value;
    }
    return sum % 10 == 0;
  }

  /** Hong Kong: letters from ten, a missing first one as 36; weights 9 to 1, an A for ten. */
  static boolean hongKong(byte[] b, int at, int letters) {
    int sum = letters == 1 ? 9 * 36 + 8 * (b[at] - 'A' + 10) : 9 * (b[at] - 'A' + 10);
    sum += letters == 2 ? 8 * (b[at + 1] - 'A' + 10) : 0;
    for (int i = 0; i < 6; i++) {
      sum += (7 - i) * (b[at + letters + i] - '0');
    }
    byte check = b[at + letters + 6];
    return (sum + (check == 'A' ? 10 : check - '0')) % 11 == 0;
  }

  /** Taiwan: the letter's number of two digits, then weights 8 to 1 and the check digit. */
  static boolean taiwanese(byte[] b, int at) {
    int letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(b[at]) + 10;
    int sum = letter / 10 + 9 * (letter % 10) + b[at + 9] - '0';
    for (int i = 1; i <= 8; i++) {
      sum += (9 - i) * (b[at + i] - '0');
    }
    return sum % 10 == 0;
  }

  /** Singapore: weights modulo 11, with a table of letters for each of the first letters. */
  static boolean singaporean(byte[] b, int at) {
    int[] weights = {2, 7, 6, 5, 4, 3, 2};
    int sum = b[at] == 'T' || b[at] == 'G' ? 4 : b[at] == 'M' ? 3 : 0;
    for (int i = 0; i < 7; i++) {
      sum += weights[i] * (b[at + 1 + i] - '0');
    }
    String table =
        b[at] == 'M' ? "XWUTRQPNJLK" : b[at] == 'S' || b[at] == 'T' ? "JZIHGFEDCBA" : "XWUTRQPNMLK";
    return table.charAt(b[at] == 'M' ? sum % 11 : sum % 11) == b[at + 8];
  }

  /** New Zealand's health number: letters without I and O from one, weights 7 to 2, modulo 11. */
  static boolean newZealandHealth(byte[] b, int at) {
    int sum = 0;
    for (int i = 0; i < 6; i++) {
      sum +=
          (7 - i) * (i < 3 ? "ABCDEFGHJKLMNPQRSTUVWXYZ".indexOf(b[at + i]) + 1 : b[at + i] - '0');
    }
    return sum % 11 != 0 && (11 - sum % 11) % 10 == b[at + 6] - '0';
  }

  /** Mexico's CURP: letters and an unused Ñ from ten, weights 18 to 2, modulo 10. */
  static boolean curp(byte[] b, int at) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (18 - i) * "0123456789ABCDEFGHIJKLMN_OPQRSTUVWXYZ".indexOf(b[at + i]);
    }
    return (10 - sum % 10) % 10 == b[at + 17] - '0';
  }
}
