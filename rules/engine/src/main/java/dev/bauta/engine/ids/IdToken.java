package dev.bauta.engine.ids;

/**
 * A token that may be a number: its letters (as capitals) and digits without what separates them,
 * and where each of them stands in the line. Used by one thread at a time.
 */
public final class IdToken {

  /** The most letters and digits a number has. */
  public static final int MAX = 24;

  /** Letters and digits; from {@link #length} on without meaning. */
  public final byte[] chars = new byte[MAX];

  /** The sign before each of them; 0 where there is none. */
  public final byte[] joins = new byte[MAX];

  /** Behind each of them, its place in the line. */
  public final int[] ends = new int[MAX];

  public int length;

  /** Bit i is set where character i is a digit. */
  public int digits;

  /** Forgets all. */
  public void clear() {
    length = 0;
    digits = 0;
  }

  /**
   * Appends a letter or digit.
   *
   * @param join the sign before it, or 0
   * @param end behind it, in the line
   */
  public void add(byte b, byte join, int end) {
    boolean digit = b <= '9';
    chars[length] = (byte) (digit ? b : b & ~0x20);
    joins[length] = join;
    ends[length] = end;
    digits |= digit ? 1 << length : 0;
    length++;
  }

  /** The number that the digits between two positions write. */
  long number(int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + chars[i] - '0';
    }
    return number;
  }

  /** Whether there is no letter between two positions. */
  public boolean allDigits(int from, int to) {
    int mask = (1 << to) - (1 << from);
    return (digits & mask) == mask;
  }

  /** Whether the signs between these are all the same, or none. */
  public boolean joinedAlike(int from, int to) {
    byte join = 0;
    for (int i = from + 1; i < to; i++) {
      if (joins[i] != 0 && join != 0 && joins[i] != join) {
        return false;
      }
      join = joins[i] == 0 ? join : joins[i];
    }
    return true;
  }

  /** Whether there are no signs between these. */
  public boolean inOneRun(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (joins[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
