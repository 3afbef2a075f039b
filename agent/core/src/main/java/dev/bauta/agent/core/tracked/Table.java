package dev.bauta.agent.core.tracked;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Hashes with a type and a time, each for a while: 44 bits of the hash, 9 of the type, 11 of the
 * time. Rows of eight, in which the oldest entry makes room. Any number of threads; no lock.
 */
final class Table {

  /** Types past this one are not kept. */
  static final int MAX_TYPE = (1 << 9) - 2;

  static final int MAX_AGE = (1 << 10) - 1;

  private static final int WAYS = 8;
  private static final int TIME = (1 << 11) - 1;

  private final AtomicLongArray entries;
  private final int maxAge;
  private final LongAdder evicted = new LongAdder();

  /**
   * @param size a power of two
   * @param maxAge in ticks, at most {@link #MAX_AGE}
   */
  Table(int size, int maxAge) {
    this.entries = new AtomicLongArray(size);
    this.maxAge = maxAge;
  }

  void put(long hash, int type, int now) {
    int row = row(hash);
    long fresh = tag(hash) | (long) (type + 1) << 11 | now & TIME;
    int oldest = row;
    int age = -1;
    for (int i = row; i < row + WAYS; i++) {
      long entry = entries.get(i);
      if (tag(entry) == tag(hash) && entry != 0) {
        entries.set(i, fresh);
        return;
      }
      int old = entry == 0 ? TIME + 1 : age(entry, now);
      if (old > age) {
        age = old;
        oldest = i;
      }
    }
    if (age <= maxAge) {
      evicted.increment();
    }
    entries.set(oldest, fresh);
  }

  /** The type of a hash that was put there not too long ago, or -1. */
  int type(long hash, int now) {
    int row = row(hash);
    for (int i = row; i < row + WAYS; i++) {
      long entry = entries.get(i);
      if (tag(entry) == tag(hash) && entry != 0 && age(entry, now) <= maxAge) {
        return (int) (entry >>> 11 & MAX_TYPE + 1) - 1;
      }
    }
    return -1;
  }

  /** How many were still good when others took their place. */
  long evicted() {
    return evicted.sum();
  }

  private int row(long hash) {
    return (int) hash & entries.length() - 1 & -WAYS;
  }

  private static long tag(long hash) {
    return hash & -1L << 20;
  }

  private static int age(long entry, int now) {
    return now - (int) entry & TIME;
  }
}
