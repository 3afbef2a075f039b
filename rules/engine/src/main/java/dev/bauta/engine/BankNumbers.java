package dev.bauta.engine;

import dev.bauta.engine.checks.CheckDigits;

/**
 * What an IBAN holds behind its check digits (SWIFT IBAN registry): which places are digits and
 * which are letters, and where a country has one, its own check digits. Looked at only where the
 * check digits of the IBAN are right.
 */
final class BankNumbers {

  /** The most letters and digits an IBAN has. */
  private static final int MAX = 34;

  /** Country, then how many digits (n), letters (a), or of both (c). */
  private static final String FORMS =
      "ADn8c12,AEn19,ALn8c16,ATn16,AZa4c20,BAn16,BEn12,BGa4n6c8,BHa4c14,BRn23a1c1,BYc4n4c16,CHn5c12,"
          + "CRn18,CYn8c16,CZn20,DEn18,DKn14,DOc4n20,EEn16,ESn20,FIn14,FOn14,FRn10c11n2,GBa4n14,GEa2n16,"
          + "GIa4c15,GLn14,GRn7c16,GTc4c20,HRn17,HUn24,IEa4n14,ILn19,IQa4n15,ISn22,ITa1n10c12,JOa4n4c18,"
          + "KWa4c22,KZn3c13,LBn4c20,LCa4c24,LIn5c12,LTn16,LUn3c13,LVa4c13,LYn21,MCn10c11n2,MDc2c18,MEn18,"
          + "MKn3c10n2,MRn23,MTa4n5c18,MUa4n19a3,NLa4n10,NOn11,PKa4c16,PLn24,PSa4c21,PTn21,QAa4c21,ROa4c16,"
          + "RSn18,SAn2c18,SCa4n20a3,SDn14,SEn20,SIn15,SKn20,SMa1n10c12,STn21,SVa4n20,TLn19,TNn20,TRn5n1c16,"
          + "UAn6c19,VAn18,VGa4n16,XKn16,";

  // Weights of a Spanish account's two check digits: of bank and branch, and of the account.
  private static final int[] SPANISH_BANK = {4, 8, 5, 10, 9, 7, 3, 6};
  private static final int[] SPANISH_ACCOUNT = {1, 2, 4, 8, 5, 10, 9, 7, 3, 6};
  private static final int[] NORWEGIAN = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

  private BankNumbers() {}

  /** Whether the number between two positions, signs between its groups, is as its country's. */
  static boolean fit(byte[] b, int from, int to) {
    byte[] number = new byte[MAX];
    int length = 0;
    for (int i = from; i < to && length < MAX; i++) {
      if (Ascii.alphanumeric(b[i])) {
        number[length++] = (byte) (Ascii.digit(b[i]) ? b[i] : b[i] & ~0x20);
      }
    }
    String country = new String(new char[] {(char) number[0], (char) number[1]});
    return form(number, country) && check(number, length, country);
  }

  private static boolean form(byte[] number, String country) {
    int at = entry(country);
    int place = 4;
    while (at >= 0 && FORMS.charAt(at) != ',') {
      char kind = FORMS.charAt(at++);
      int count = 0;
      while (FORMS.charAt(at) >= '0' && FORMS.charAt(at) <= '9') {
        count = count * 10 + FORMS.charAt(at++) - '0';
      }
      for (int end = place + count; place < end; place++) {
        boolean digit = Ascii.digit(number[place]);
        if (kind == 'n' && !digit || kind == 'a' && digit) {
          return false;
        }
      }
    }
    return true;
  }

  /** Where the form of a country begins, or -1. */
  private static int entry(String country) {
    int at = FORMS.startsWith(country) ? 0 : FORMS.indexOf(",".concat(country)) + 1;
    return at == 0 && !FORMS.startsWith(country) ? -1 : at + 2;
  }

  private static boolean check(byte[] n, int length, String country) {
    return switch (country) {
      case "BE" -> {
        int rest = (int) (number(n, 4, 14) % 97);
        yield (rest == 0 ? 97 : rest) == number(n, 14, 16);
      }
      case "ES" -> spanish(n);
      case "NO" -> eleven(CheckDigits.weighted(n, 4, NORWEGIAN, 11)) == n[14] - '0';
      case "BA", "ME", "MK", "PT", "RS", "SI" -> ninetySeven(n, length);
      default -> true;
    };
  }

  private static boolean spanish(byte[] n) {
    int bank = eleven(CheckDigits.weighted(n, 4, SPANISH_BANK, 11));
    int account = eleven(CheckDigits.weighted(n, 14, SPANISH_ACCOUNT, 11));
    return (bank == 10 ? 1 : bank) == n[12] - '0' && (account == 10 ? 1 : account) == n[13] - '0';
  }

  private static int eleven(int remainder) {
    return (11 - remainder) % 11;
  }

  /** ISO 7064 mod 97-10 over the account with its own two check digits; letters as in an IBAN. */
  private static boolean ninetySeven(byte[] n, int length) {
    int remainder = 0;
    for (int i = 4; i < length; i++) {
      int value = Ascii.digit(n[i]) ? n[i] - '0' : n[i] - 'A' + 10;
      remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
    }
    return remainder == 1;
  }

  private static long number(byte[] n, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + n[i] - '0';
    }
    return number;
  }
}
