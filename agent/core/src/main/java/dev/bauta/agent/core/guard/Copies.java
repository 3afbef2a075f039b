package dev.bauta.agent.core.guard;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * The masked texts that were given out, by a hash of 64 bits: whether a text is one of them is
 * known for certain but for one in 2<sup>46</sup>. Eight entries a row, of which a new text takes
 * the place of one where all are in use. Any number of threads; no lock.
 */
final class Copies {

  private static final int WAYS = 8;

  private final AtomicLongArray table;
  private final LongAdder forgotten = new LongAdder();
  private int turn; // racy: it only spreads what is forgotten

  /**
   * @param size a power of two
   */
  Copies(int size) {
    table = new AtomicLongArray(size);
  }

  void add(String text) {
    long hash = hash(text);
    int row = row(hash);
    int free = -1;
    for (int i = row; i < row + WAYS; i++) {
      long entry = table.get(i);
      if (entry == hash) {
        return;
      }
      if (entry == 0 && free < 0) {
        free = i;
      }
    }
    if (free < 0) {
      free = row + (turn++ & (WAYS - 1));
      forgotten.increment();
    }
    table.set(free, hash);
  }

  boolean has(String text) {
    long hash = hash(text);
    int row = row(hash);
    for (int i = row; i < row + WAYS; i++) {
      if (table.get(i) == hash) {
        return true;
      }
    }
    return false;
  }

  long forgotten() {
    return forgotten.sum();
  }

  private int row(long hash) {
    return (int) (hash >>> 32) & (table.length() - 1) & -WAYS;
  }

  /** Every character counts, and the length; finished as in MurmurHash3. Never 0. */
  private static long hash(String text) {
    long hash = text.length() * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0xD6E8FEB86659FD93L;
      hash ^= hash >>> 32;
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
