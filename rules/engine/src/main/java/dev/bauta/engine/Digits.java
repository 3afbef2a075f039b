package dev.bauta.engine;

import java.math.BigInteger;
import java.util.Arrays;

/** The digits of a written number, of any script, apart from what separates them. */
final class Digits {

  private Digits() {}

  /** The digits, or null where there are too few, too many, or something else. */
  static int[] of(String value, int least, int most) {
    int[] digits = new int[Math.min(value.length(), most)];
    int n = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int digit = Character.digit(c, 10);
      if (digit >= 0 && n == most || digit < 0 && !isSeparator(c)) {
        return null;
      }
      if (digit >= 0) {
        digits[n++] = digit;
      }
    }
    return n < least ? null : Arrays.copyOf(digits, n);
  }

  /** The value with its digits replaced in order, in ASCII. */
  static String replace(String value, int[] digits) {
    StringBuilder replaced = new StringBuilder(value.length());
    int n = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      replaced.append(Character.isDigit(c) ? (char) ('0' + digits[n++]) : c);
    }
    return replaced.toString();
  }

  static BigInteger number(int[] digits, int from, int to) {
    BigInteger number = BigInteger.ZERO;
    for (int i = from; i < to; i++) {
      number = number.multiply(BigInteger.TEN).add(BigInteger.valueOf(digits[i]));
    }
    return number;
  }

  /** Writes the number's last digits. */
  static void write(BigInteger number, int[] digits, int from, int to) {
    BigInteger rest = number;
    for (int i = to - 1; i >= from; i--) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.TEN);
      digits[i] = parts[1].intValue();
      rest = parts[0];
    }
  }

  private static boolean isSeparator(char c) {
    return switch (c) {
      case ' ', '\u00a0', '-', '.', '/', '(', ')', '+' -> true;
      default -> false;
    };
  }
}
