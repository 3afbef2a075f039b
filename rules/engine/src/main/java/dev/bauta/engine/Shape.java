package dev.bauta.engine;

import java.math.BigInteger;

/**
 * The form of a value: which characters are digits, capitals, small letters, and which only stand
 * between them. All values of one form are counted, so that each is a number.
 */
final class Shape {

  private final String value;
  private BigInteger number = BigInteger.ZERO;
  private BigInteger size = BigInteger.ONE;
  private boolean exact = true;

  Shape(String value) {
    this.value = value;
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      i += Character.charCount(c);
      int radix = radix(c);
      if (radix > 0) {
        size = size.multiply(BigInteger.valueOf(radix));
        number = number.multiply(BigInteger.valueOf(radix)).add(BigInteger.valueOf(rank(c)));
        exact &= c < 128;
      }
    }
  }

  /** How many values have this form. */
  BigInteger size() {
    return size;
  }

  /** Which of them this one is. */
  BigInteger number() {
    return number;
  }

  /** Whether every letter and digit is of ASCII; else {@link #number} leaves something out. */
  boolean isExact() {
    return exact;
  }

  /** What stands between the letters and digits, and of which kind they are. */
  String form() {
    return fill(BigInteger.ZERO, false);
  }

  /**
   * The value of this form with this number.
   *
   * @param oneWord whether characters between are joined to one word: {@code _} for all but {@code
   *     -} and {@code .}
   */
  String fill(BigInteger filling, boolean oneWord) {
    int[] ranks = new int[value.length()];
    BigInteger rest = filling;
    for (int i = value.length(); i > 0; ) {
      int c = value.codePointBefore(i);
      i -= Character.charCount(c);
      int radix = radix(c);
      if (radix > 0) {
        BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(radix));
        ranks[i] = parts[1].intValue();
        rest = parts[0];
      }
    }
    StringBuilder filled = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      int radix = radix(c);
      if (radix > 0) {
        filled.append((char) (first(c) + ranks[i]));
      } else if (oneWord && c != '-' && c != '.') {
        filled.append('_');
      } else {
        filled.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return filled.toString();
  }

  private static int radix(int c) {
    return Character.isDigit(c) ? 10 : Character.isLetter(c) ? 26 : 0;
  }

  private static char first(int c) {
    if (Character.isDigit(c)) {
      return '0';
    }
    return Character.isUpperCase(c) || Character.isTitleCase(c) ? 'A' : 'a';
  }

  private static int rank(int c) {
    if (Character.isDigit(c)) {
      return Character.digit(c, 10);
    }
    return c < 128 ? (c | 0x20) - 'a' : 0;
  }
}
