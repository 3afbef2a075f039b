package dev.bauta.engine.checks;

/**
 * The check character systems of ISO/IEC 7064:2003, over the letters and digits between two
 * positions; other characters are passed over. The last character (of the pure systems of two check
 * characters, the last two) is the check.
 */
public final class Iso7064 {

  private Iso7064() {}

  /** MOD 11-2: digits, and an X for ten as the check character. */
  public static boolean mod11Radix2(byte[] b, int from, int to) {
    return pure(b, from, to, 11, 2, 10, 'X');
  }

  /** MOD 37-2: letters and digits, and a star for 36 as the check character. */
  public static boolean mod37Radix2(byte[] b, int from, int to) {
    return pure(b, from, to, 37, 2, 36, '*');
  }

  /** MOD 97-10: two check digits behind digits; letters count as in ISO 13616 (A is 10). */
  public static boolean mod97Radix10(byte[] b, int from, int to) {
    return from < to && remainder97(b, from, to, 0) == 1;
  }

  /** MOD 11,10: digits. */
  public static boolean mod11And10(byte[] b, int from, int to) {
    return hybrid(b, from, to, 10, 0);
  }

  /** MOD 27,26: letters. */
  public static boolean mod27And26(byte[] b, int from, int to) {
    return hybrid(b, from, to, 26, 10);
  }

  /** MOD 37,36: letters and digits. */
  public static boolean mod37And36(byte[] b, int from, int to) {
    return hybrid(b, from, to, 36, 0);
  }

  /** The remainder by 97 of what was read before and the characters here. */
  static int remainder97(byte[] b, int from, int to, int before) {
    int remainder = before;
    for (int i = from; i < to; i++) {
      int value = CheckDigits.value(b[i]);
      if (value >= 0) {
        remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
      }
    }
    return remainder;
  }

  /** Clause 7: every character is worth its value times a power of the radix; in all, one. */
  private static boolean pure(
      byte[] b, int from, int to, int modulus, int radix, int top, char extra) {
    int sum = 0;
    int last = lastOf(b, from, to, extra);
    for (int i = from; i <= last; i++) {
      int value = i == last && (b[i] & ~0x20) == (extra & ~0x20) ? top : CheckDigits.value(b[i]);
      if (value > top || value == top && i != last) {
        return false;
      }
      if (value >= 0) {
        sum = (sum * radix + value) % modulus;
      }
    }
    return last > from && sum == 1;
  }

  private static int lastOf(byte[] b, int from, int to, char extra) {
    int last = to - 1;
    while (last >= from && CheckDigits.value(b[last]) < 0 && b[last] != extra) {
      last--;
    }
    return last;
  }

  /** Clause 9: sums modulo the size of the alphabet, doubled modulo one more. */
  private static boolean hybrid(byte[] b, int from, int to, int modulus, int lowest) {
    int product = modulus;
    int sum = 0;
    int seen = 0;
    for (int i = from; i < to; i++) {
      int value = CheckDigits.value(b[i]);
      if (value < 0) {
        continue;
      }
      value -= lowest;
      if (value < 0 || value >= modulus) {
        return false;
      }
      sum = (product + value) % modulus;
      product = (sum == 0 ? modulus : sum) * 2 % (modulus + 1);
      seen++;
    }
    return seen > 1 && sum == 1;
  }
}
