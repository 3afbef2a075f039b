package dev.bauta.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Whether a word may be one of many, by a bit for the hash of its last four letters (Bloom, 1970,
 * with one hash): one word in twelve or so passes that is none of them, and none is missed.
 */
final class Endings {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BITS = 15;
  private static final int LOWER = 0x20202020;

  // What may stand before a word of less than four letters, besides letters.
  private static final String BEFORE = " _-.,:;=/|&?\"'\\([{<>@#*$\t\n\r\0" + "0123456789";

  private final long[] bits = new long[1 << BITS - 6];

  /** Whether a word may end before this byte; not for the first three of an array. */
  boolean mayEnd(byte[] b, int end) {
    int bit = hash((int) INT.get(b, end - 4));
    return (bits[bit >>> 6] >>> bit & 1) != 0;
  }

  /** Adds words separated by single spaces, with their accents, without and folded. */
  void addAll(String words) {
    for (int from = 0; from < words.length(); ) {
      int space = words.indexOf(' ', from);
      int to = space < 0 ? words.length() : space;
      add(words, from, to);
      from = to + 1;
    }
  }

  private void add(String words, int from, int to) {
    byte[] plain = new byte[4];
    byte[] typed = new byte[4];
    int length = Math.min(4, to - from);
    boolean same = true;
    for (int i = 0; i < length; i++) {
      char c = words.charAt(to - 1 - i);
      char letter = WordTable.plain(c);
      plain[3 - i] = (byte) (letter == 0 ? Ascii.FOREIGN : letter);
      typed[3 - i] = c < 0x100 ? (byte) c : Ascii.FOREIGN;
      same &= plain[3 - i] == typed[3 - i];
    }
    add(plain, 4 - length);
    if (!same) {
      add(typed, 4 - length);
    }
  }

  /** Adds what ends so, whatever the bytes are that are missing before. */
  private void add(byte[] ending, int missing) {
    if (missing == 0) {
      int bit = hash((int) INT.get(ending, 0));
      bits[bit >>> 6] |= 1L << bit;
      return;
    }
    if (missing > 1) {
      missingOne(ending, missing, (byte) ' ');
      missingOne(ending, missing, (byte) '_');
    }
    for (int i = 0; i < BEFORE.length(); i++) {
      missingOne(ending, missing, (byte) BEFORE.charAt(i));
    }
    for (byte letter = 'a'; letter <= 'z'; letter++) {
      missingOne(ending, missing, letter);
    }
    missingOne(ending, missing, Ascii.FOREIGN);
  }

  private void missingOne(byte[] ending, int missing, byte before) {
    ending[missing - 1] = before;
    add(ending, missing - 1);
  }

  private static int hash(int four) {
    return (four | LOWER) * 0x9E3779B1 >>> 32 - BITS;
  }
}
