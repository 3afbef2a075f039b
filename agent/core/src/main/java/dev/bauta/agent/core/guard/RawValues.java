package dev.bauta.agent.core.guard;

import dev.bauta.agent.api.Given;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Raw values by the masked object that was given out for them: by identity, and no longer than that
 * object lives and a sweep. A table of fixed size, four entries a row; where all four are in use
 * one of them is forgotten and counted. Any number of threads; no lock, and no queue of references.
 */
final class RawValues {

  static final int WAYS = 4;

  /** How many places each new entry looks through for masked objects that are gone. */
  private static final int SWEPT = 4;

  private final AtomicReferenceArray<Entry> table;
  private final LongAdder forgotten = new LongAdder();
  private int turn; // racy: it only spreads what is swept and what is forgotten

  /**
   * @param size a power of two
   */
  RawValues(int size) {
    table = new AtomicReferenceArray<>(size);
  }

  /** What is known of a masked object. */
  static final class Entry extends WeakReference<Object> {
    private final int hash;
    private final Object raw;
    private final Given.Origin origin;

    private Entry(Object masked, int hash, Object raw, Given.Origin origin) {
      super(masked);
      this.hash = hash;
      this.raw = raw;
      this.origin = origin;
    }

    Object raw() {
      return raw;
    }

    Given.Origin origin() {
      return origin;
    }

    private boolean isGone() {
      return refersTo(null);
    }
  }

  void put(Object masked, Object raw, Given.Origin origin) {
    int hash = System.identityHashCode(masked);
    Entry fresh = new Entry(masked, hash, raw, origin);
    int row = row(hash);
    int next = turn++;
    for (int i = row; i < row + WAYS; i++) {
      Entry entry = table.get(i);
      if ((entry == null || entry.isGone()) && table.compareAndSet(i, entry, fresh)) {
        sweep(next * SWEPT, SWEPT);
        return;
      }
    }
    table.set(row + (next & (WAYS - 1)), fresh);
    forgotten.increment();
  }

  /** The entry of this very object, or null. */
  Entry of(Object masked) {
    int hash = System.identityHashCode(masked);
    int row = row(hash);
    for (int i = row; i < row + WAYS; i++) {
      Entry entry = table.get(i);
      if (entry != null && entry.hash == hash && entry.refersTo(masked)) {
        return entry;
      }
    }
    return null;
  }

  /** The entry of a string equal to this one that still lives, or null. Looks at everything. */
  Entry ofEqual(String text) {
    for (int i = 0; i < table.length(); i++) {
      Entry entry = table.get(i);
      if (entry != null && text.equals(entry.get())) {
        return entry;
      }
    }
    return null;
  }

  /** Lets go of the raw values of all masked objects that are gone. */
  void sweep() {
    sweep(0, table.length());
  }

  /** How many entries were forgotten while their object may still have lived. */
  long forgotten() {
    return forgotten.sum();
  }

  private void sweep(int from, int count) {
    for (int i = from; i < from + count; i++) {
      int place = i & (table.length() - 1);
      Entry entry = table.get(place);
      if (entry != null && entry.isGone()) {
        table.compareAndSet(place, entry, null);
      }
    }
  }

  private int row(int hash) {
    int spread = hash * 0x9E3779B9;
    return (spread >>> 7) & (table.length() - 1) & -WAYS;
  }
}
