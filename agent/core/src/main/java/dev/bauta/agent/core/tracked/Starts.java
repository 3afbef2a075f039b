package dev.bauta.agent.core.tracked;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Whether some tracked word begins with three characters of these codes: one bit for each three, 4
 * kB. Bits are forgotten one to two generations after they were set. Any number of threads.
 */
final class Starts {

  /** How many characters count. */
  static final int LENGTH = 3;

  private static final int WORDS = 1 << 15 - 6;

  /** All that may still be wanted; what is set goes into both. */
  private volatile AtomicLongArray all = new AtomicLongArray(WORDS);

  private volatile AtomicLongArray latest = new AtomicLongArray(WORDS);

  AtomicLongArray all() {
    return all;
  }

  void set(int key) {
    AtomicLongArray young;
    AtomicLongArray both;
    do { // a generation that ends meanwhile must not lose it
      young = latest;
      both = all;
      set(young, key);
      set(both, key);
    } while (!same(young, latest) || !same(both, all));
  }

  /** Forgets what was set before the last call of this. */
  synchronized void nextGeneration() {
    AtomicLongArray kept = latest;
    latest = new AtomicLongArray(WORDS);
    AtomicLongArray copy = new AtomicLongArray(WORDS);
    for (int i = 0; i < WORDS; i++) {
      copy.set(i, kept.get(i));
    }
    all = copy;
  }

  private static void set(AtomicLongArray bits, int key) {
    long bit = 1L << key;
    if ((bits.get(key >>> 6) & bit) == 0) {
      bits.accumulateAndGet(key >>> 6, bit, (a, b) -> a | b);
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean same(AtomicLongArray a, AtomicLongArray b) {
    return a == b;
  }
}
