package dev.bauta.engine;

import dev.bauta.engine.checks.CheckDigits;

/**
 * International bank account numbers: country, its length (SWIFT IBAN registry), and the remainder
 * by 97 (ISO 13616), in one run or in groups of four.
 */
final class Ibans {

  private static final String LENGTHS =
      "AD24AE23AL28AO25AT20AX18AZ28BA20BE16BF28BG22BH22BI27BJ28BL27BR29BY28CF27CG27CH21CI28CM27CR22CV25CY28CZ24DE22DJ27DK18DO28DZ26EE20EG29"
          + "ES24FI18FK18FO18FR27GA27GB22GE22GF27GG22GI23GL18GP27GQ27GR27GT28GW25HN28HR21HU28IE22IL23IM22IQ23IR26IS26IT27JE22JO30KM27KW30"
          + "KZ20LB28LC32LI21LT20LU20LV21LY25MA28MC27MD24ME22MF27MG27MK19ML28MN20MQ27MR27MT31MU30MZ25NC27NE28NI28NL18NO15OM23PF27PK24"
          + "PL28PM27PS29PT25QA29RE27RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TD27TF27TG28TL23TN24TR26UA29"
          + "VA22VG24WF27XK20YE30YT27";

  private static final byte[] LENGTH_BY_COUNTRY = lengths();

  private Ibans() {}

  /** Looks at two capitals before two digits; returns the end of what is found, or 0. */
  static int detect(byte[] b, int from, Findings out) {
    int end = end(b, from, out);
    if (end < 0) {
      return 0;
    }
    out.add(PiiType.IBAN, from - Line.PAD, end - Line.PAD, "iban");
    return end;
  }

  private static int end(byte[] b, int from, Findings out) {
    if (b[from - 1] > 0 && Ascii.wordy(b[from - 1])) {
      return -1;
    }
    int length = length(b[from], b[from + 1]);
    if (length == 0) {
      return -1;
    }
    int seen = 0;
    int i = from;
    while (seen < length) {
      if (Ascii.digit(b[i]) || Ascii.capital(b[i])) {
        seen++;
        i++;
      } else if (b[i] == ' ' && b[i - 1] != ' ' && seen >= 4) {
        i++;
      } else {
        return -1;
      }
    }
    out.readsDigits();
    boolean more = b[i] > 0 && Ascii.wordy(b[i]);
    boolean right = !more && checkDigits(b, from + 2) && CheckDigits.iban(b, from, i);
    return right && BankNumbers.fit(b, from, i) ? i : -1;
  }

  /** The length of a country's numbers, or 0; the letters are capitals. */
  static int length(int first, int second) {
    return LENGTH_BY_COUNTRY[(first - 'A') * 26 + second - 'A'];
  }

  /** 02 to 98: what the calculation can give. */
  private static boolean checkDigits(byte[] b, int at) {
    if (!Ascii.digit(b[at]) || !Ascii.digit(b[at + 1])) {
      return false;
    }
    int check = (b[at] - '0') * 10 + b[at + 1] - '0';
    return check >= 2 && check <= 98;
  }

  private static byte[] lengths() {
    byte[] lengths = new byte[26 * 26];
    for (int i = 0; i < LENGTHS.length(); i += 4) {
      int country = (LENGTHS.charAt(i) - 'A') * 26 + LENGTHS.charAt(i + 1) - 'A';
      lengths[country] = (byte) Integer.parseInt(LENGTHS, i + 2, i + 4, 10);
    }
    return lengths;
  }
}
