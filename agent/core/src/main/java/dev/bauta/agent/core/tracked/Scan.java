package dev.bauta.agent.core.tracked;

/**
 * The loop over the characters of a text: where a word's first three are those of a tracked one. A
 * key holds the codes of the last characters, five bits each; where the fourth but last is none of
 * a word, a word begins with the last three. No branch is taken on the way.
 */
final class Scan {

  private static final int KEY = (1 << 20) - 1;

  /** Where the code of the character before the three stands. */
  private static final int BEFORE = 31 << 15;

  private Scan() {}

  /**
   * The next place.
   *
   * @param key of the characters before {@code from}
   * @param escapes whether there may be a {@code %}
   * @return the index of the third character, or -1
   */
  static int next(char[] chars, int from, int to, int key, long[] bits, boolean escapes) {
    return escapes ? escaped(chars, from, to, key, bits) : plain(chars, from, to, key, bits);
  }

  /** Nothing but the loop: with a step of its own for an escape it takes twice as long. */
  private static int plain(char[] chars, int from, int to, int key, long[] bits) {
    int last = key;
    int words = bits.length - 1;
    for (int i = from; i < to; i++) {
      last = last << 5 | Chars.code(chars[i]);
      int atStart = (last & BEFORE) - 1 >> 31;
      if ((bits[last >>> 6 & words] >>> last & atStart & 1) != 0) {
        return i;
      }
    }
    return -1;
  }

  private static int escaped(char[] chars, int from, int to, int key, long[] bits) {
    int last = key;
    int words = bits.length - 1;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      last = last << 5 | Chars.code(c);
      int atStart = (last & BEFORE) - 1 >> 31;
      if ((bits[last >>> 6 & words] >>> last & atStart & 1) != 0) {
        return i;
      }
      if (c == '%' && isEscape(chars, i, to)) {
        i += 2;
      }
    }
    return -1;
  }

  /**
   * The key of the characters before {@code end}.
   *
   * @param begin the key before the first character; counts where there are fewer than four
   */
  static int key(char[] chars, int end, int begin) {
    return key(chars, 0, end, begin);
  }

  static int key(char[] chars, int from, int end, int begin) {
    int key = begin;
    for (int i = Math.max(from, end - 4); i < end; i++) {
      boolean escaped =
          (i - 1 >= from && isEscape(chars, i - 1, end))
              || (i - 2 >= from && isEscape(chars, i - 2, end));
      key = (key << 5 | (escaped ? 0 : Chars.code(chars[i]))) & KEY;
    }
    return key;
  }

  /** Where to end a piece of a text so that no escape of a URL is cut in two. */
  static int beforeEscape(char[] chars, int count) {
    int end = count;
    while (end > 2 && (chars[end - 1] == '%' || chars[end - 2] == '%')) {
      end--;
    }
    return end;
  }

  private static boolean isEscape(char[] chars, int at, int to) {
    return chars[at] == '%'
        && at + 2 < to
        && Character.digit(chars[at + 1], 16) >= 0
        && Character.digit(chars[at + 2], 16) >= 0;
  }
}
