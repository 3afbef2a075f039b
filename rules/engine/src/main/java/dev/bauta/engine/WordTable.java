package dev.bauta.engine;

/**
 * Words of ASCII letters and the type they mean. A word is a number of base 27, so it can be looked
 * up without being a String; up to 13 letters the number is exact, past that it is a hash.
 */
final class WordTable {

  static final int BASE = 27;
  static final int MAX_LETTERS = 24;

  private static final int SIZE = 512;

  private final long[] words = new long[SIZE];
  private final PiiType[] types = new PiiType[SIZE];
  private int longest;

  static WordTable of(PiiType type, String... words) {
    WordTable table = new WordTable();
    table.add(type, words);
    return table;
  }

  /** The digit of a letter, upper or lower case. */
  static int code(byte letter) {
    return (letter | 0x20) - 'a' + 1;
  }

  void add(PiiType type, String... added) {
    for (String word : added) {
      long number = 0;
      long place = 1;
      for (int i = word.length() - 1; i >= 0; i--) {
        number += place * code((byte) word.charAt(i));
        place *= BASE;
      }
      int slot = slot(number);
      while (words[slot] != 0) {
        slot = slot + 1 & SIZE - 1;
      }
      words[slot] = number;
      types[slot] = type;
      longest = Math.max(longest, word.length());
    }
  }

  /** The type of a word, or null. */
  PiiType get(long number, int letters) {
    if (letters > longest) {
      return null;
    }
    for (int slot = slot(number); words[slot] != 0; slot = slot + 1 & SIZE - 1) {
      if (words[slot] == number) {
        return types[slot];
      }
    }
    return null;
  }

  private static int slot(long number) {
    return (int) (number * 0x9E3779B97F4A7C15L >>> 32) & SIZE - 1;
  }
}
