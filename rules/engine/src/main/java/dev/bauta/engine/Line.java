package dev.bauta.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One text, ready to be looked at: its characters as bytes, and one bit a character for the classes
 * that candidates are made of. The bits are set eight characters a step with plain arithmetic on a
 * long (SWAR: see Lamport, "Multiple byte processing with full-word instructions", 1975).
 *
 * <p>Characters past U+00FF are folded: digits of any script to ASCII digits, full-width forms to
 * ASCII, invisible and combining characters away, everything else to one letter. Used by one thread
 * at a time; the arrays are kept from text to text up to {@link #KEPT}.
 */
final class Line {

  /** Room on both sides, so that a detector may look a few characters past the ends. */
  static final int PAD = 8;

  private static final int KEPT = 1 << 16;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW7 = 0x7f7f7f7f7f7f7f7fL;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The characters; text index i is at PAD + i. Zeros before and behind. */
  byte[] bytes = new byte[1024];

  /**
   * Digits, dot and slash; capitals; and {@code : ; < = > ?}. Bit i of word i / 64 is character i.
   */
  long[] numbers = new long[16];

  long[] capitals = new long[16];
  long[] marks = new long[16];

  int length;
  int words;

  /** Whether the text holds these at all. */
  boolean hasAt;

  boolean hasPlus;
  boolean hasCapitalJ;
  boolean hasMarks;

  /** Two marks side by side, or many: only then can an IPv6 address be there. */
  boolean hasColons;

  /** Where each folded character came from; only used where folding moved them. */
  private int[] origins = new int[0];

  private final char[] scratch = new char[256];

  private boolean moved;

  /** Takes a text in. */
  void read(String text) {
    if (Latin1.holds(text, scratch)) {
      copy(text);
    } else {
      fold(text);
    }
    classify();
  }

  /** The index in the text of a character of this line. */
  int origin(int index) {
    return moved ? origins[index] : index;
  }

  /** Gives the memory of an unusually long text back. */
  void release() {
    if (bytes.length > KEPT) {
      bytes = new byte[1024];
      numbers = new long[16];
      capitals = new long[16];
      marks = new long[16];
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
    int to = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      int folded = fold(c);
      if (folded >= 0) {
        bytes[PAD + to] = (byte) folded;
        origins[to++] = i;
      }
      i = next;
    }
    origins[to] = text.length();
    length = to;
    clearTail();
  }

  /** The byte that stands for a character, or -1 for none. */
  private static int fold(int c) {
    if (c < 0x100 && c != 0xAD) {
      return c;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return c - 0xFEE0;
    }
    switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER:
        return '0' + Character.digit(c, 10);
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK:
        return -1;
      case Character.SPACE_SEPARATOR:
        return ' ';
      case Character.DASH_PUNCTUATION:
        return '-';
      default:
        return Ascii.FOREIGN;
    }
  }

  private void reserve(int size) {
    length = size;
    int needed = size + 2 * PAD + 64;
    if (bytes.length < needed) {
      bytes = new byte[Math.max(needed, Math.min(bytes.length * 2, KEPT))];
    }
    int neededWords = (size >>> 6) + 2;
    if (numbers.length < neededWords) {
      numbers = new long[neededWords + 8];
      capitals = new long[neededWords + 8];
      marks = new long[neededWords + 8];
    }
  }

  private void clearTail() {
    int end = PAD + length;
    int wordEnd = PAD + ((length + 63) & ~63) + PAD;
    Arrays.fill(bytes, end, Math.min(wordEnd, bytes.length), (byte) 0);
  }

  private void classify() {
    words = (length + 63) >>> 6;
    long anyAt = 0;
    long anyPlus = 0;
    long anyJ = 0;
    long adjacent = 0;
    int markCount = 0;
    long last = 0;
    for (int w = 0; w < words; w++) {
      int from = PAD + (w << 6);
      long n = 0;
      long u = 0;
      long m = 0;
      for (int b = 0; b < 8; b++) {
        long x = (long) LONGS.get(bytes, from + (b << 3));
        long ascii = ~x & HIGH;
        long t = x & LOW7;
        // A byte plus (0x80 - low) has its high bit set from low on; plus (0x7f - high), past high.
        long slash = t + ONES * (0x80 - '.');
        long colon = t + ONES * (0x80 - ':');
        long at = t + ONES * (0x80 - '@');
        long letter = t + ONES * (0x80 - 'A');
        long bracket = t + ONES * (0x80 - '[');
        n |= gather(slash & ~colon & ascii) << (b << 3);
        m |= gather(colon & ~at & ascii) << (b << 3);
        u |= gather(letter & ~bracket & ascii) << (b << 3);
        anyAt |= at & ~letter & ascii;
        long plus = t + ONES * (0x80 - '+');
        long comma = t + ONES * (0x80 - ',');
        anyPlus |= plus & ~comma & ascii;
        long j = t ^ ONES * 'J';
        anyJ |= j - ONES & ~j & HIGH;
      }
      numbers[w] = n;
      capitals[w] = u;
      marks[w] = m;
      markCount += Long.bitCount(m);
      adjacent |= m & (m << 1 | last >>> 63);
      last = m;
    }
    numbers[words] = 0;
    capitals[words] = 0;
    marks[words] = 0;
    hasAt = anyAt != 0;
    hasPlus = anyPlus != 0;
    hasCapitalJ = anyJ != 0;
    hasMarks = markCount != 0;
    hasColons = adjacent != 0 || markCount >= 7;
  }

  /** The eight high bits of a word as eight low ones, the first byte's lowest. */
  private static long gather(long high) {
    return (high >>> 7) * 0x0102040810204080L >>> 56;
  }

  byte at(int index) {
    return bytes[PAD + index];
  }
}
