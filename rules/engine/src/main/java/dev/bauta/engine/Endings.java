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

  private final long[] bits = new long[1 << BITS - 6];

  /** Whether a word may end before this byte, also one of joined parts: {@code api_key}. */
  boolean mayEnd(byte[] b, int end) {
    int four = (int) INT.get(b, end - 4);
    if (lettersOnly(four)) {
      return has(four) || Ascii.capital(b[end - 2]) && has(four & 0xFFFF0000);
    }
    int last = gathered(b, end, false);
    return last != 0 && (has(last) || has(gathered(b, end, true)));
  }

  private boolean has(int four) {
    int bit = hash(four);
    return (bits[bit >>> 6] >>> bit & 1) != 0;
  }

  private static boolean lettersOnly(int four) {
    int small = (four | LOWER) & 0x7F7F7F7F;
    int letters = small + 0x1F1F1F1F & ~(small + 0x05050505) | four;
    return (letters & 0x80808080) == 0x80808080;
  }

  /** The last letters, at most four, in the order of an int's bytes; over joins or up to one. */
  private static int gathered(byte[] b, int end, boolean overJoins) {
    int four = 0;
    int letters = 0;
    for (int i = end - 1; letters < 4 && end - i < 8; i--) {
      if (WordTable.isLetter(b[i])) {
        four |= (b[i] & 0xFF) << 24 - 8 * letters++;
      } else if (!overJoins || b[i] != '_' && b[i] != '-' && b[i] != '.' && b[i] != ' ') {
        break;
      }
    }
    return four;
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

  /** Adds what ends so; of three letters also behind any other. */
  private void add(byte[] ending, int missing) {
    set(ending);
    if (missing != 1) {
      return;
    }
    for (byte letter = 'a'; letter <= 'z'; letter++) {
      ending[0] = letter;
      set(ending);
    }
    ending[0] = Ascii.FOREIGN;
    set(ending);
  }

  private void set(byte[] ending) {
    int bit = hash((int) INT.get(ending, 0));
    bits[bit >>> 6] |= 1L << bit;
  }

  // A byte that is missing must be the same where a text ends and where a word does.
  private static int hash(int four) {
    return (four | LOWER) * 0x9E3779B1 >>> 32 - BITS;
  }
}
