package dev.bauta.engine;

/**
 * How random a token looks: Shannon's entropy of its characters (Shannon, "A Mathematical Theory of
 * Communication", 1948), and whether a person wrote it as an example. Without allocation.
 */
final class Entropy {

  /** One bit a character, in the unit of {@link #of}. */
  static final int BIT = 256;

  // A token of eight random characters has 3 bits a character at most, one of sixteen 4.
  private static final int LOW_SHORT = 2 * BIT;
  private static final int LOW = 5 * BIT / 2;
  private static final int SHORT = 16;

  private static final int LOOKED_AT = 64;
  private static final int[] LOG2 = log2();

  // Words change their case where the next one begins; random letters do every second time.
  private static final int LETTERS_PER_CHANGE = 5;

  private Entropy() {}

  /** The entropy a character of the first 64 bytes, in 256ths of a bit. */
  static int of(byte[] b, int from, int to) {
    int end = Math.min(to, from + LOOKED_AT);
    int length = end - from;
    if (length < 2) {
      return 0;
    }
    int sum = 0;
    for (int i = from; i < end; i++) {
      sum += LOG2[count(b, from, end, b[i])];
    }
    return LOG2[length] - sum / length;
  }

  /** Whether it may be random: not one sign repeated, no words, no row of x. */
  static boolean random(byte[] b, int from, int to) {
    int least = to - from < SHORT ? LOW_SHORT : LOW;
    return !words(b, from, to) && !crossedOut(b, from, to) && of(b, from, to) >= least;
  }

  private static int count(byte[] b, int from, int to, byte sign) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += b[i] == sign ? 1 : 0;
    }
    return count;
  }

  /** {@code your-api-key}, {@code YOUR_KEY}, {@code myStripeKey}: letters only, cased as words. */
  private static boolean words(byte[] b, int from, int to) {
    int changes = 0;
    int letters = 0;
    boolean signs = false;
    boolean small = false;
    for (int i = from; i < to; i++) {
      if (Ascii.digit(b[i])) {
        return false;
      }
      if (!Ascii.letter(b[i])) {
        signs = true;
        continue;
      }
      letters++;
      small |= !Ascii.capital(b[i]);
      changes += i > from && Ascii.capital(b[i]) != Ascii.capital(b[i - 1]) ? 1 : 0;
    }
    return changes * LETTERS_PER_CHANGE < letters && (small || signs);
  }

  private static boolean crossedOut(byte[] b, int from, int to) {
    int run = 0;
    for (int i = from; i < to; i++) {
      run = (b[i] | 0x20) == 'x' ? run + 1 : 0;
      if (run == 4) {
        return true;
      }
    }
    return false;
  }

  private static int[] log2() {
    int[] log2 = new int[LOOKED_AT + 1];
    for (int i = 2; i <= LOOKED_AT; i++) {
      log2[i] = (int) Math.round(Math.log(i) / Math.log(2) * BIT);
    }
    return log2;
  }
}
