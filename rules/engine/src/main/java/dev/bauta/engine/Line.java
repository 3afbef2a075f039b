package dev.bauta.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

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

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  /** The characters; text index i is at PAD + i. Zeros before and behind. */
  byte[] bytes;

  /** Digits. Bit i of word i / 64 is character i; so in the next ones. */
  long[] digits;

  /** ASCII letters. */
  long[] letters;

  /** {@code : ; < = > ?}. */
  long[] marks;

  /**
   * For each word of 64 characters, which of its eight columns hold an {@code @} or a plus: the
   * high bit of byte k speaks for the characters k, k + 8, k + 16 and so on. May say yes too often,
   * never too rarely.
   */
  long[] signs;

  int length;
  int words;

  /** Whether the text may hold an {@code @} or a plus at all. */
  boolean hasSigns;

  /** Where each folded character came from; only used where folding moved them. */
  private int[] origins = new int[0];

  private final char[] scratch = new char[256];

  private boolean moved;

  // What was taken in and is not yet looked at: Latin-1 as it came, or null.
  private String latin;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  Line() {
    allocate(SMALL);
  }

  /** Takes a text in and sets its bits. */
  void read(String text) {
    load(text);
    classify();
  }

  /** Takes a text in; its bits are not set. */
  void load(String text) {
    if (Latin1.holds(text, scratch)) {
      copy(text);
      latin = text;
    } else {
      fold(text);
      latin = null;
    }
  }

  /** Takes a text in; false if it is not all ASCII, and then nothing may be read from the line. */
  boolean load(char[] text, int from, int to) {
    reserve(to - from);
    moved = false;
    latin = null;
    int all = 0;
    for (int i = 0; i < length; i++) {
      char c = text[from + i];
      all |= c;
      bytes[PAD + i] = (byte) c;
    }
    clearTail();
    return all < 0x80;
  }

  /** Takes a text in of which only the ASCII is meant; its bits are not set. */
  void load(byte[] text, int from, int to) {
    reserve(to - from);
    moved = false;
    latin = null;
    System.arraycopy(text, from, bytes, PAD, length);
    clearTail();
  }

  /** Sets the bits of what was taken in; false if it is not all ASCII. */
  boolean classify() {
    if (!setBits()) {
      return true;
    }
    if (latin != null) {
      plain(latin);
    }
    classifyForeign();
    return false;
  }

  /** The places of a sign in one word, {@code @} or plus. */
  long places(int w, byte sign) {
    long places = 0;
    for (long c = signs[w]; c != 0; c &= c - 1) {
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

  /** The bytes, where each is at its character's index from {@link #PAD} on; else null. */
  byte[] unmoved() {
    return moved ? null : bytes;
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
    int words = (size >>> 6) + 2; // one past the last may be read
    digits = new long[words];
    letters = new long[words];
    marks = new long[words];
    signs = new long[words];
  }

  // Always the same nine steps: a fill as long as what is missing costs more in its branches.
  private void clearTail() {
    int end = PAD + length;
    for (int i = end; i < end + 64 + PAD; i += 8) {
      LONG.set(bytes, i, 0L);
    }
  }

  /** Sets the bits; true if there is a byte past ASCII, whose bits then are not to be trusted. */
  private boolean setBits() {
    words = (length + 63) >>> 6;
    byte[] b = bytes;
    long any = 0;
    long signsSeen = 0;
    for (int w = 0; w < words; w++) {
      any |= classify(b, w);
      signsSeen |= signs[w];
    }
    hasSigns = signsSeen != 0;
    return (any & HIGH) != 0;
  }

  /**
   * One word. Of eight times eight characters the high bits are shifted together, so that those of
   * one column lie in one byte; turning the square over at the end is less than sorting them in.
   */
  private long classify(byte[] b, int w) {
    long any = 0;
    long digit = 0;
    long letter = 0;
    long mark = 0;
    long sign = 0;
    int from = PAD + (w << 6);
    for (int i = 0; i < 64; i += 8) {
      long x = (long) LONG.get(b, from + i);
      // A byte plus (0x80 - low) has its high bit set from low on, as long as the byte is ASCII.
      long fromColon = x + ONES * (0x80 - ':');
      long small = x | ONES * 0x20;
      any |= x;
      digit = digit >>> 1 | x + ONES * (0x80 - '0') & ~fromColon & HIGH;
      mark = mark >>> 1 | fromColon & ~(x + ONES * (0x80 - '@')) & HIGH;
      letter = letter >>> 1 | small + ONES * (0x80 - 'a') & ~(small + ONES * (0x80 - '{')) & HIGH;
      // less one, a zero byte has its high bit on, and no other ASCII has
      sign |= (x ^ ONES * '@') - ONES | (x ^ ONES * '+') - ONES;
    }
    digits[w] = turned(digit);
    letters[w] = turned(letter);
    marks[w] = turned(mark);
    signs[w] = sign & HIGH;
    return any;
  }

  /**
   * A square of eight times eight bits, turned over its diagonal (Warren, "Hacker's Delight" 7-3).
   */
  private static long turned(long square) {
    long x = square;
    long t = (x ^ x >>> 7) & 0x00AA00AA00AA00AAL;
    x ^= t ^ t << 7;
    t = (x ^ x >>> 14) & 0x0000CCCC0000CCCCL;
    x ^= t ^ t << 14;
    t = (x ^ x >>> 28) & 0x00000000F0F0F0F0L;
    return x ^ t ^ t << 28;
  }

  /**
   * Sets the bits again, where bytes past ASCII may have carried into their neighbours' sums: those
   * count as a zero byte, and every column as one that may hold anything.
   */
  private void classifyForeign() {
    for (int w = 0; w < words; w++) {
      int from = PAD + (w << 6);
      long d = 0;
      long l = 0;
      long m = 0;
      for (int i = 0; i < 64; i++) {
        byte c = bytes[from + i];
        d |= Ascii.digit(c) ? 1L << i : 0;
        l |= Ascii.letter(c) ? 1L << i : 0;
        m |= c >= ':' && c <= '?' ? 1L << i : 0;
      }
      digits[w] = d;
      letters[w] = l;
      marks[w] = m;
      signs[w] = HIGH;
    }
    hasSigns = words > 0;
  }

  /** Latin-1: spaces that don't break are spaces; a soft hyphen is not seen, so it must go. */
  private void plain(String text) {
    for (int i = PAD; i < PAD + length; i++) {
      if (bytes[i] == SOFT_HYPHEN) {
        fold(text);
        setBits();
        return;
      }
      if (bytes[i] == NO_BREAK_SPACE) {
        bytes[i] = ' ';
      }
    }
  }
}
