package dev.bauta.engine;

import java.util.Arrays;

/**
 * What the {@link Detectors} did with a line: each look that asked a digit for its value or found
 * something, with the state before and after it. All others come out the same for every line of
 * this shape, as long as these do. Used by one thread at a time.
 */
final class LineSteps {

  /** Numbers for one step. */
  static final int STEP = 3;

  private static final int BITS = 10;
  private static final int MASK = (1 << BITS) - 1;
  private static final int KIND_SHIFT = 32;

  private long[] steps = new long[16 * STEP];
  private int size;
  private boolean fits;
  private boolean wholeLine;

  void clear() {
    size = 0;
    fits = true;
    wholeLine = false;
  }

  void add(int kind, int at, long before, long after) {
    if (before < 0 || after < 0) {
      fits = false;
      return;
    }
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, size * 2);
    }
    steps[size] = (long) kind << KIND_SHIFT | at;
    steps[size + 1] = before;
    steps[size + 2] = after;
    size += STEP;
    wholeLine |= kind >= Detectors.SIGNS;
  }

  /** Whether all of it could be written down. */
  boolean fits() {
    return fits;
  }

  /** Whether a step looks at the whole line's signs or colons. */
  boolean needsBits() {
    return wholeLine;
  }

  long[] copy() {
    return Arrays.copyOf(steps, size);
  }

  static int kind(long[] steps, int i) {
    return (int) (steps[i] >>> KIND_SHIFT);
  }

  static int at(long[] steps, int i) {
    return (int) steps[i];
  }

  static long before(long[] steps, int i) {
    return steps[i + 1];
  }

  static long after(long[] steps, int i) {
    return steps[i + 2];
  }

  /** All of the detectors' state in one number; negative where it does not fit. */
  static long state(
      int numbersDone, int numbersFloor, int codes, int tokens, int labels, int size) {
    return (numbersDone | numbersFloor | codes | tokens | labels | size) > MASK
        ? -1
        : numbersDone
            | (long) numbersFloor << BITS
            | (long) codes << 2 * BITS
            | (long) tokens << 3 * BITS
            | (long) labels << 4 * BITS
            | (long) size << 5 * BITS;
  }

  static int numbersDone(long state) {
    return (int) state & MASK;
  }

  static int numbersFloor(long state) {
    return (int) (state >>> BITS) & MASK;
  }

  static int codesDone(long state) {
    return (int) (state >>> 2 * BITS) & MASK;
  }

  static int tokensDone(long state) {
    return (int) (state >>> 3 * BITS) & MASK;
  }

  static int labelsDone(long state) {
    return (int) (state >>> 4 * BITS) & MASK;
  }

  /** How many findings there were. */
  static int size(long state) {
    return (int) (state >>> 5 * BITS) & MASK;
  }
}
