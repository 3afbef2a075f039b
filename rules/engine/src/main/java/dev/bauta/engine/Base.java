package dev.bauta.engine;

import java.math.BigInteger;

/** Bytes of a hash as text. */
final class Base {

  private Base() {}

  /**
   * As many characters as asked for.
   *
   * @param first how many characters of the alphabet the text may begin with
   */
  static String text(byte[] hash, int length, String alphabet, int first) {
    BigInteger rest = new BigInteger(1, hash);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int base = i == 0 ? first : alphabet.length();
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(base));
      text.append(alphabet.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return text.toString();
  }
}
