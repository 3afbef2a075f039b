package dev.bauta.engine;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Numbers that stand for numbers or texts, under one key. Thread-safe. */
final class TokenCipher {

  /** Of fewer numbers all could be tried out (SP 800-38G revision 1, section 4). */
  static final BigInteger FEWEST = BigInteger.valueOf(1_000_000);

  private static final int LONGEST_TWEAK = 64;
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private final Ff1 cipher;
  private final KeyedHash hash;

  TokenCipher(MaskingKey key) {
    this.cipher = key.cipher(2);
    this.hash = key.tokens();
  }

  /**
   * A permutation of the numbers below size in which none stands for itself: FF1 over as many bits
   * as they need, walked on while it leads out (cycle walking; two steps at most on average).
   *
   * @param size at least {@link #FEWEST}
   * @param tweak what the value is; each has its own permutation
   */
  BigInteger permute(BigInteger value, BigInteger size, String tweak) {
    BigInteger permuted = walk(value, size, tweak);
    // One in a million may stand for itself; it takes a number of another permutation.
    for (int i = 0; permuted.equals(value) && i < 8; i++) {
      permuted = walk(value, size, tweak + '\0' + i);
    }
    return permuted.equals(value) ? value.add(BigInteger.ONE).mod(size) : permuted;
  }

  private BigInteger walk(BigInteger value, BigInteger size, String tweak) {
    int bits = size.subtract(BigInteger.ONE).bitLength();
    byte[] bytes = tweak(tweak);
    BigInteger walked = value;
    do {
      walked = cipher.encrypt(walked, bits, bytes);
    } while (walked.compareTo(size) >= 0);
    return walked;
  }

  private byte[] tweak(String tweak) {
    return tweak.length() > LONGEST_TWEAK
        ? hash.of("tweak" + '\0' + tweak)
        : tweak.getBytes(StandardCharsets.UTF_8);
  }

  /** A number below size that stands for a text; two texts have the same only by chance. */
  BigInteger number(String what, String text, BigInteger size) {
    return new BigInteger(1, hash.of(what + '\0' + text)).mod(size);
  }

  /** Lower-case letters and digits 2 to 7 that stand for a text; a letter first. */
  String letters(String what, String text, int length) {
    return Base.text(hash.of(what + '\0' + text), length, BASE32, 26);
  }

  /** Whether this is what {@link #letters} may give. */
  static boolean areLetters(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (BASE32.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return to > from && BASE32.indexOf(text.charAt(from)) < 26;
  }
}
