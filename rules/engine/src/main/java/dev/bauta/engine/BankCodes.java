package dev.bauta.engine;

import dev.bauta.engine.checks.CheckDigits;
import java.util.Locale;

/** What a bank gives: its own codes, and its customers' account numbers; all of them by label. */
final class BankCodes {

  private static final int MIN_ACCOUNT = 6;
  private static final int MAX_ACCOUNT = 24;
  private static final int[] ROUTING_WEIGHTS = {3, 7, 1};

  private BankCodes() {}

  /** The end of an account number, or of an IBAN where one stands there. */
  static int accountEnd(byte[] b, int from) {
    if (Ascii.letter(b[from])) {
      return ibanEnd(b, from);
    }
    return Tokens.digitsEnd(b, from, MIN_ACCOUNT, MAX_ACCOUNT);
  }

  /** The end of a routing number: nine digits, weights 3-7-1 (American Bankers Association). */
  static int routingEnd(byte[] b, int from) {
    int sum = 0;
    int seen = 0;
    int first = 0;
    int i = from;
    while (seen < 9) {
      if (Ascii.digit(b[i])) {
        sum += (b[i] - '0') * ROUTING_WEIGHTS[seen % 3];
        first = seen < 2 ? first * 10 + b[i] - '0' : first;
        seen++;
      } else if (b[i] != '-' && b[i] != ' ' || seen == 0 || !Ascii.digit(b[i + 1])) {
        return -1;
      }
      i++;
    }
    boolean district = first <= 12 || first >= 21 && first <= 32 || first >= 61 && first <= 72;
    return district && sum > 0 && sum % 10 == 0 && Groups.endsAlone(b, i) ? i : -1;
  }

  /** The end of a bank's code: four letters, a country, two or five more (ISO 9362). */
  static int bicEnd(byte[] b, int from) {
    int end = Tokens.end(b, from, 12);
    int length = end - from;
    if (length != 8 && length != 11 || !Groups.endsAlone(b, end)) {
      return -1;
    }
    for (int i = from; i < from + 6; i++) {
      if (!Ascii.letter(b[i])) {
        return -1;
      }
    }
    int country = (b[from + 4] & 0x1F) * 32 + (b[from + 5] & 0x1F);
    return (Countries.BITS[country >>> 6] >>> country & 1) != 0 ? end : -1;
  }

  /** The end of an IBAN, in any case and with any grouping; its check digits must be right. */
  static int ibanEnd(byte[] b, int from) {
    if (!Ascii.letter(b[from]) || !Ascii.letter(b[from + 1])) {
      return -1;
    }
    int length = Ibans.length(b[from] & ~0x20, b[from + 1] & ~0x20);
    int seen = 0;
    int i = from;
    while (seen < length) {
      if (Ascii.alphanumeric(b[i])) {
        seen++;
      } else if (!Groups.joins(b[i]) || !Ascii.alphanumeric(b[i + 1])) {
        return -1;
      }
      i++;
    }
    boolean whole = length > 0 && !(b[i] > 0 && Ascii.wordy(b[i]));
    return whole && CheckDigits.iban(b, from, i) && BankNumbers.fit(b, from, i) ? i : -1;
  }

  /** Loaded when the first BIC is looked at. */
  private static final class Countries {

    static final long[] BITS = bits();

    private static long[] bits() {
      long[] bits = new long[16];
      for (String country : Locale.getISOCountries()) {
        set(bits, country);
      }
      set(bits, "XK");
      return bits;
    }

    private static void set(long[] bits, String country) {
      int index = (country.charAt(0) & 0x1F) * 32 + (country.charAt(1) & 0x1F);
      bits[index >>> 6] |= 1L << index;
    }
  }
}
