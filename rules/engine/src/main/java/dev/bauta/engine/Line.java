package dev.bauta.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One text, ready to be looked at: its characters as bytes, and one bit a character for the classes
 * that candidates are made of. The bits are set eight characters a step with plain arithmetic on a
 * long (SWAR: see Lamport, "Multiple byte processing with full-word instructions", 1975).
 *
 * <p>Used by one thread at a time; the arrays are kept from text to text, up to texts of 65,536
 * characters. Where there are characters past U+00FF the text is folded ({@link Folding}).
 */
final class Line {

  /** Room on both sides, so that a detector may look a few characters past the ends. */
  static final int PAD = 8;

  private static final int KEPT = 1 << 16;
  private static final int SMALL = 1024;
  private static final byte SOFT_HYPHEN = (byte) 0xAD;
  private static final byte NO_BREAK_SPACE = (byte) 0xA0;

  // An address without :: has six colons at least, each at most five characters from the next.
  private static final int IPV6_LINKS = 5;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  /** The characters; text index i is at PAD + i. Zeros before and behind. */
  byte[] bytes;

  /** Digits, dot and slash. Bit i of word i / 64 is character i; so in the next. */
  long[] numbers;

  /** {@code : ; < = > ?}. */
  long[] marks;

  /**
   * For each word of 64 characters, which of its eight columns hold the sign: the high bit of byte
   * k speaks for the characters k, k + 8, k + 16 and so on. May say yes too often, never too
   * rarely.
   */
  long[] ats;

  long[] pluses;
  long[] js;

  int length;
  int words;

  /** Whether the text holds these at all. */
  boolean hasAt;

  boolean hasPlus;
  boolean hasJ;

  /** Two marks side by side, or a chain of them: only then can an IPv6 or MAC address be there. */
  boolean hasColons;

  /** Where each folded character came from; only used where folding moved them. */
  private int[] origins = new int[0];

  private final char[] scratch = new char[256];

  private boolean moved;

  // Not a VarHandle: that is a tenth faster here, and costs the agent's start ten milliseconds.
  private ByteBuffer longs;

  Line() {
    allocate(SMALL);
  }

  /** Takes a text in. */
  void read(String text) {
    if (Latin1.holds(text, scratch)) {
      copy(text);
      if (classify()) {
        plain(text);
        classifyForeign();
      }
    } else {
      fold(text);
      if (classify()) {
        classifyForeign();
      }
    }
    summarize();
  }

  /** The bits of a sign in one word, from the columns that may hold it. */
  long places(int w, long columns, byte sign) {
    long places = 0;
    for (long c = columns; c != 0; c &= c - 1) {
      int column = Long.numberOfTrailingZeros(c) >>> 3;
      for (int i = column; i < 64; i += 8) {
        places |= bytes[PAD + (w << 6) + i] == sign ? 1L << i : 0;
      }
    }
    return places;
  }

  /** The index in the text of a character of this line. */
  int origin(int index) {
    return moved ? origins[index] : index;
  }

  /** Gives the memory of an unusually long text back. */
  void release() {
    if (bytes.length > KEPT) {
      allocate(SMALL);
      origins = new int[0];
    }
  }

  @SuppressWarnings(
      "deprecation") // the one call that copies the bytes as they are, as an intrinsic
  private void copy(String text) {
    reserve(text.length());
    moved = false;
    text.getBytes(0, length, bytes, PAD);
    clearTail();
  }

  private void fold(String text) {
    reserve(text.length());
    if (origins.length < length + 1) {
      origins = new int[bytes.length];
    }
    moved = true;
    length = Folding.fold(text, bytes, PAD, origins);
    clearTail();
  }

  private void reserve(int size) {
    length = size;
    int needed = size + 2 * PAD + 64;
    if (bytes.length < needed) {
      allocate(Math.max(needed, Math.min(bytes.length * 2, KEPT)));
    }
  }

  private void allocate(int size) {
    bytes = new byte[size];
    longs = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int words = (size >>> 6) + 2;
    numbers = new long[words];
    marks = new long[words];
    ats = new long[words];
    pluses = new long[words];
    js = new long[words];
  }

  private void clearTail() {
    int end = PAD + length;
    int wordEnd = PAD + ((length + 63) & ~63) + PAD;
    Arrays.fill(bytes, end, Math.min(wordEnd, bytes.length), (byte) 0);
  }

  /** Sets the bits; true if there is a byte past ASCII, whose bits then are not to be trusted. */
  private boolean classify() {
    words = (length + 63) >>> 6;
    long any = 0;
    for (int w = 0; w < words; w++) {
      any |= classify(longs, PAD + (w << 6), w);
    }
    numbers[words] = 0;
    marks[words] = 0;
    return (any & HIGH) != 0;
  }

  // Written out: in a loop of eight steps, each with its shift, it takes a quarter longer.
  private long classify(ByteBuffer longs, int from, int w) {
    long x0 = longs.getLong(from);
    long x1 = longs.getLong(from + 8);
    long x2 = longs.getLong(from + 16);
    long x3 = longs.getLong(from + 24);
    long x4 = longs.getLong(from + 32);
    long x5 = longs.getLong(from + 40);
    long x6 = longs.getLong(from + 48);
    long x7 = longs.getLong(from + 56);
    numbers[w] =
        number(x0)
            | number(x1) << 8
            | number(x2) << 16
            | number(x3) << 24
            | number(x4) << 32
            | number(x5) << 40
            | number(x6) << 48
            | number(x7) << 56;
    marks[w] =
        mark(x0)
            | mark(x1) << 8
            | mark(x2) << 16
            | mark(x3) << 24
            | mark(x4) << 32
            | mark(x5) << 40
            | mark(x6) << 48
            | mark(x7) << 56;
    ats[w] = columns(x0, x1, x2, x3, x4, x5, x6, x7, '@');
    pluses[w] = columns(x0, x1, x2, x3, x4, x5, x6, x7, '+');
    js[w] = columns(x0, x1, x2, x3, x4, x5, x6, x7, 'J');
    return x0 | x1 | x2 | x3 | x4 | x5 | x6 | x7;
  }

  // A byte plus (0x80 - low) has its high bit set from low on, as long as the byte is ASCII.
  private static long number(long x) {
    return gather(x + ONES * (0x80 - '.') & ~(x + ONES * (0x80 - ':')));
  }

  private static long mark(long x) {
    return gather(x + ONES * (0x80 - ':') & ~(x + ONES * (0x80 - '@')));
  }

  private static long columns(
      long x0, long x1, long x2, long x3, long x4, long x5, long x6, long x7, int sign) {
    long all = ONES * sign;
    long any = (x0 ^ all) - ONES | (x1 ^ all) - ONES | (x2 ^ all) - ONES | (x3 ^ all) - ONES;
    any |= (x4 ^ all) - ONES | (x5 ^ all) - ONES | (x6 ^ all) - ONES | (x7 ^ all) - ONES;
    return any & HIGH; // less one, a zero byte has its high bit on, and no other ASCII has
  }

  /** The eight high bits of a word as eight low ones, the first byte's lowest. */
  private static long gather(long high) {
    return (high & HIGH) * 0x0002040810204081L >>> 56;
  }

  /**
   * Sets the bits again, where bytes past ASCII may have carried into their neighbours' sums: those
   * count as a zero byte, and every column as one that may hold anything.
   */
  private void classifyForeign() {
    for (int w = 0; w < words; w++) {
      long n = 0;
      long m = 0;
      for (int step = 0; step < 64; step += 8) {
        long x = longs.getLong(PAD + (w << 6) + step);
        long foreign = (x & HIGH) >>> 7;
        long ascii = x & ~((foreign << 8) - foreign);
        n |= number(ascii) << step;
        m |= mark(ascii) << step;
      }
      numbers[w] = n;
      marks[w] = m;
      ats[w] = HIGH;
      pluses[w] = HIGH;
      js[w] = HIGH;
    }
  }

  /** Latin-1: spaces that don't break are spaces; a soft hyphen is not seen, so it must go. */
  private void plain(String text) {
    for (int i = PAD; i < PAD + length; i++) {
      if (bytes[i] == SOFT_HYPHEN) {
        fold(text);
        classify();
        return;
      }
      if (bytes[i] == NO_BREAK_SPACE) {
        bytes[i] = ' ';
      }
    }
  }

  private void summarize() {
    long anyAt = 0;
    long anyPlus = 0;
    long anyJ = 0;
    long adjacent = 0;
    int links = 0;
    long next = words == 0 ? 0 : marks[0];
    for (int w = 0; w < words; w++) {
      long m = next;
      next = marks[w + 1];
      anyAt |= ats[w];
      anyPlus |= pluses[w];
      anyJ |= js[w];
      if (m != 0) {
        long near = m >>> 1 | next << 63;
        adjacent |= m & near;
        near |= m >>> 2 | m >>> 3 | m >>> 4 | m >>> 5;
        near |= next << 62 | next << 61 | next << 60 | next << 59;
        links += Long.bitCount(m & near);
        long pairs = m & (m >>> 3 | next << 61) & (m >>> 6 | next << 58);
        adjacent |= pairs & (m >>> 9 | next << 55) & (m >>> 12 | next << 52);
      }
    }
    hasAt = anyAt != 0;
    hasPlus = anyPlus != 0;
    hasJ = anyJ != 0;
    hasColons = adjacent != 0 || links >= IPV6_LINKS;
  }
}
