package dev.bauta.engine;

import java.math.BigInteger;

/**
 * Tokens of numbers with a check digit at the end. A token begins with a digit no such number
 * begins with, and its check digit is wrong. There are as many of these as numbers with a right one
 * and another first digit, so no two numbers have the same token.
 */
final class CheckedTokens {

  /** What the check digit is computed with. */
  enum Check {
    /** ISO/IEC 7812-1 annex B. */
    LUHN,
    /** Weights 3, 7, 1 (American Bankers Association). */
    ROUTING
  }

  private final String what;
  private final int first;
  private final int least;
  private final int most;
  private final Check check;

  /**
   * @param first the digit tokens begin with
   * @param least how many digits there are at least, 8 or more
   */
  CheckedTokens(String what, int first, int least, int most, Check check) {
    this.what = what;
    this.first = first;
    this.least = least;
    this.most = most;
    this.check = check;
  }

  boolean isToken(String value) {
    int[] digits = Digits.of(value, least, most);
    return digits != null && digits[0] == first && digits[digits.length - 1] != check(digits);
  }

  /** The token, or null where the value is no such number. */
  String token(String value, TokenCipher cipher) {
    int[] digits = Digits.of(value, least, most);
    if (digits == null || digits[0] == first || digits[digits.length - 1] != check(digits)) {
      return null;
    }
    int middle = digits.length - 2;
    BigInteger power = BigInteger.TEN.pow(middle);
    BigInteger size = power.multiply(BigInteger.valueOf(9));
    int lead = Math.floorMod(digits[0] - first - 1, 10); // 0 to 8
    BigInteger number = Digits.number(digits, 1, middle + 1);
    number = number.add(power.multiply(BigInteger.valueOf(lead)));
    BigInteger[] token =
        cipher.permute(number, size, what + digits.length).divideAndRemainder(power);
    Digits.write(token[1], digits, 1, middle + 1);
    digits[0] = first;
    // nine wrong check digits: which of them it is says as much as the first digit did
    digits[middle + 1] = (check(digits) + 1 + token[0].intValue()) % 10;
    return Digits.replace(value, digits);
  }

  /** The right last digit. */
  private int check(int[] digits) {
    int sum = 0;
    int last = digits.length - 1;
    for (int i = 0; i < last; i++) {
      sum += check == Check.LUHN ? luhn(digits[i], last - i) : digits[i] * weight(i);
    }
    return Math.floorMod(-sum, 10);
  }

  private static int luhn(int digit, int fromEnd) {
    if (fromEnd % 2 == 0) {
      return digit;
    }
    return digit > 4 ? 2 * digit - 9 : 2 * digit;
  }

  private static int weight(int i) {
    return i % 3 == 0 ? 3 : i % 3 == 1 ? 7 : 1;
  }
}
