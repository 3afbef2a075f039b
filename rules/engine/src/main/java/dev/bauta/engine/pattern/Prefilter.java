package dev.bauta.engine.pattern;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What every match holds: a few bytes side by side, found by the rarest of them. Where they are
 * missing nothing can match. Immutable.
 */
final class Prefilter {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private static final int MOST_BYTES = 16;

  // Sets heavier than this are in every line: looking for them would cost and tell nothing.
  private static final int TOO_COMMON = 100;

  private final ByteSet[] run;
  private final int rarest;
  private final boolean[] table = new boolean[256];
  private final int single;

  private Prefilter(List<ByteSet> run, int rarest) {
    this.run = run.toArray(new ByteSet[0]);
    this.rarest = rarest;
    int last = -1;
    for (int v = 0; v < 256; v++) {
      table[v] = run.get(rarest).has(v);
      last = table[v] ? v : last;
    }
    single = run.get(rarest).size() == 1 ? last : -1;
  }

  /** The filter of a pattern, or null where nothing rare is in every match. */
  static Prefilter of(Node root) {
    Runs runs = new Runs();
    runs.add(root);
    runs.cut();
    return runs.best == null ? null : new Prefilter(runs.best, runs.rarest);
  }

  /** False where no match can be. */
  boolean mayMatch(byte[] bytes, int from, int to) {
    int last = to - (run.length - rarest);
    int at = from + rarest;
    while ((at = next(bytes, at, last + 1)) >= 0) {
      if (surrounds(bytes, at - rarest)) {
        return true;
      }
      at++;
    }
    return false;
  }

  private boolean surrounds(byte[] bytes, int at) {
    for (int i = 0; i < run.length; i++) {
      if (!run[i].has(bytes[at + i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  private int next(byte[] bytes, int from, int to) {
    int at = from;
    if (single >= 0) {
      long all = ONES * single;
      for (; at + Long.BYTES <= to; at += Long.BYTES) {
        long x = (long) LONGS.get(bytes, at) ^ all;
        if ((x - ONES & ~x & HIGH) != 0) {
          break;
        }
      }
    }
    for (; at < to; at++) {
      if (table[bytes[at] & 0xFF]) {
        return at;
      }
    }
    return -1;
  }

  /** Runs of bytes that must be there, and the best of them. */
  private static final class Runs {

    List<ByteSet> best;
    int rarest;
    private int bestWeight = TOO_COMMON;
    private List<ByteSet> run = new ArrayList<>();

    void add(Node node) {
      if (node instanceof Node.One one) {
        run.add(one.set());
      } else if (node instanceof Node.Sequence sequence) {
        sequence.parts().forEach(this::add);
      } else if (node instanceof Node.Value value) {
        add(value.part());
      } else if (node instanceof Node.Repeat repeat) {
        repeat(repeat);
      } else if (node instanceof Node.Choice) {
        cut();
      }
    }

    private void repeat(Node.Repeat repeat) {
      for (int i = 0; i < repeat.least() && run.size() < MOST_BYTES; i++) {
        add(repeat.part());
      }
      if (repeat.most() != repeat.least() || repeat.least() >= MOST_BYTES) {
        cut();
      }
    }

    /** Ends a run: what comes next need not be beside it. */
    void cut() {
      for (int from = 0; from < run.size(); from += MOST_BYTES) {
        consider(run.subList(from, Math.min(run.size(), from + MOST_BYTES)));
      }
      run = new ArrayList<>();
    }

    private void consider(List<ByteSet> part) {
      for (int i = 0; i < part.size(); i++) {
        int weight = weight(part.get(i));
        if (weight < bestWeight) {
          bestWeight = weight;
          best = part;
          rarest = i;
        }
      }
    }

    /** How often, more or less, a byte of the set stands in a thousand bytes of a log. */
    private static int weight(ByteSet set) {
      int weight = 0;
      for (int v = 0; v < 256; v++) {
        weight += !set.has(v) ? 0 : v == ' ' ? 100 : v >= 0x80 ? 0 : common(v);
      }
      return weight;
    }

    private static int common(int v) {
      return v >= 'a' && v <= 'z' ? 20 : ByteSet.DIGITS.has(v) ? 15 : v < ' ' ? 1 : 5;
    }
  }
}
