package dev.bauta.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of one JSON text, with zeros behind so that eight can be read anywhere. Used by one
 * thread at a time.
 */
final class JsonBuffer {

  // Not a ByteBuffer: that takes a tenth longer, and no JSON is read while the agent starts.
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SMALL = 2048;
  private static final int KEPT = 1 << 16;
  private static final int PAD = 16;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  byte[] bytes = new byte[SMALL];
  int length;

  /** Walks over this buffer's texts; kept, so that a text costs no object. */
  final JsonScan scan = new JsonScan(this);

  private final char[] scratch = new char[256];
  private boolean busy;

  /** Whether a text is in work; from now on, in any case. */
  boolean busy() {
    boolean was = busy;
    busy = true;
    return was;
  }

  /** Takes a text in and says as which bytes. */
  @SuppressWarnings("deprecation") // the one call that copies the bytes as they are
  Charset read(String text) {
    if (!Latin1.holds(text, scratch)) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      read(utf8, 0, utf8.length);
      return StandardCharsets.UTF_8;
    }
    reserve(text.length());
    text.getBytes(0, length, bytes, 0);
    return StandardCharsets.ISO_8859_1;
  }

  void read(byte[] from, int start, int end) {
    reserve(end - start);
    System.arraycopy(from, start, bytes, 0, length);
  }

  void release() {
    if (bytes.length > KEPT) {
      allocate(SMALL);
    }
    scan.release();
    busy = false;
  }

  /** The first quote or backslash from here on, or the end of the text. */
  int quoteOrEscape(int from) {
    for (int at = from; at < length; at += Long.BYTES) {
      long hit = quotesAndEscapes(eight(at));
      if (hit != 0) {
        return at + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    return length;
  }

  /** The high bit of each quote and backslash: the lowest is a true one, others may be carried. */
  static long quotesAndEscapes(long x) {
    long quote = x ^ ONES * '"';
    long escape = x ^ ONES * '\\';
    return (quote - ONES & ~quote | escape - ONES & ~escape) & HIGH;
  }

  /** The first place from here on that is no blank, or the end of the text. */
  int blanks(int from) {
    for (int at = from; at < length; at += Long.BYTES) {
      long x = eight(at);
      long others = (x | (x & ~HIGH) + ONES * (0x7F - ' ')) & HIGH;
      if (others != 0) {
        return at + (Long.numberOfTrailingZeros(others) >>> 3);
      }
    }
    return length;
  }

  /** How many digits stand here, 8 for eight or more. */
  int digits(int at) {
    long off = eight(at) ^ ONES * '0'; // digits are 0 to 9 now
    long others = (off | (off & ~HIGH) + ONES * (0x7F - 9)) & HIGH;
    return Long.numberOfTrailingZeros(others) >>> 3;
  }

  /** Eight bytes from here on. */
  long eight(int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** Eight bytes from here on, those from the end on left out. */
  long eight(int at, int end) {
    long x = eight(at);
    return end - at >= Long.BYTES ? x : x & ~(-1L << (end - at << 3));
  }

  private void reserve(int size) {
    length = size;
    if (bytes.length < size + PAD) {
      allocate(Math.max(size + PAD, Math.min(2 * size, KEPT)));
    }
    Arrays.fill(bytes, size, size + PAD, (byte) 0);
  }

  private void allocate(int size) {
    bytes = new byte[size];
  }
}
