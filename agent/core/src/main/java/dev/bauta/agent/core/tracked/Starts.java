package dev.bauta.agent.core.tracked;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Whether some tracked word begins with three characters of these codes: one bit for each three, 4
 * kB. Bits are forgotten one to two generations after they were set. Any number of threads.
 */
final class Starts {

  /** How many characters count. */
  static final int LENGTH = 3;

  private static final int WORDS = 1 << 15 - 6;
  private static final VarHandle BITS = MethodHandles.arrayElementVarHandle(long[].class);

  /** All that may still be wanted; what is set goes into both. */
  private volatile long[] all = new long[WORDS];

  private volatile long[] latest = new long[WORDS];

  /** The bits by key. Other threads set some meanwhile. */
  long[] all() {
    return all;
  }

  void set(int key) {
    long[] young;
    long[] both;
    do { // a generation that ends meanwhile must not lose it
      young = latest;
      both = all;
      set(young, key);
      set(both, key);
    } while (!same(young, latest) || !same(both, all));
  }

  /** Forgets what was set before the last call of this. */
  synchronized void nextGeneration() {
    long[] kept = latest;
    latest = new long[WORDS];
    long[] copy = new long[WORDS];
    for (int i = 0; i < WORDS; i++) {
      copy[i] = (long) BITS.getVolatile(kept, i);
    }
    all = copy;
  }

  private static void set(long[] bits, int key) {
    long bit = 1L << key;
    if (((long) BITS.getVolatile(bits, key >>> 6) & bit) == 0) {
      long unused = (long) BITS.getAndBitwiseOr(bits, key >>> 6, bit);
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean same(long[] a, long[] b) {
    return a == b;
  }
}
