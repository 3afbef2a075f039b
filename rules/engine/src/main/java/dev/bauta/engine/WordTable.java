package dev.bauta.engine;

/**
 * Words and a positive number for each. A word is a number of base 27 made of its letters without
 * case and accents, so it can be looked up without being a String; up to 13 letters the number is
 * exact, past that it is a hash of 64 bits.
 */
final class WordTable {

  static final int BASE = 27;

  /** The longest word; what is longer is none of ours. */
  static final int MAX_LETTERS = 32;

  // The letters of Latin-1 from U+00C0 on without their accents; a thorn and an eth stay foreign.
  private static final String PLAIN =
      "aaaaaaæceeeeiiiiænooooo ouuuuyæsaaaaaaæceeeeiiiiænooooo ouuuuyæy";
  private static final String EXTENDED = // the same from U+0100 to U+017F
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiijjjjkkkllllllllllnnnnnnnnnoooooooorrrrrr"
          + "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

  private final long[] words;
  private final short[] values;
  private final int last;
  private int longest;

  /**
   * @param capacity how many words there will be at most
   */
  WordTable(int capacity) {
    int size = Integer.highestOneBit(Math.max(8, capacity)) * 4;
    words = new long[size];
    values = new short[size];
    last = size - 1;
  }

  /** The words of a text, separated by single spaces, each with the value 1. */
  static WordTable of(String text) {
    WordTable table = new WordTable(text.length() / 4);
    table.addAll(text, 1);
    return table;
  }

  /**
   * The digit of a letter, upper or lower case, with or without an accent. Letters past U+00FF are
   * all {@link Ascii#FOREIGN} in a line, which is 0.
   */
  static int code(byte letter) {
    return letter > 0 ? (letter | 0x20) - 'a' + 1 : foreignCode(letter);
  }

  /** Whether this is a letter of any script, as far as a line tells. */
  static boolean isLetter(byte b) {
    return b > 0 ? (b | 0x20) >= 'a' && (b | 0x20) <= 'z' : Ascii.foreign(b) && (b & 0x1F) != 0x17;
  }

  static boolean isCapital(byte b) {
    return Ascii.capital(b) || b >= (byte) 0xC0 && b < (byte) 0xDF && b != (byte) 0xD7;
  }

  /** A letter without its accent, in lower case, where it is one of Latin's; else 0. */
  static char plain(char c) {
    if (c < 0xC0 || c > 0x17F) {
      return c < 0x80 ? Character.toLowerCase(c) : 0;
    }
    char letter = c < 0x100 ? PLAIN.charAt(c - 0xC0) : EXTENDED.charAt(c - 0x100);
    return letter == 'æ' ? 0 : letter;
  }

  /** Adds words separated by single spaces. Their letters past U+00FF are also found folded. */
  void addAll(String text, int value) {
    for (int from = 0; from < text.length(); ) {
      int space = text.indexOf(' ', from);
      int to = space < 0 ? text.length() : space;
      if (to > from) {
        add(text, from, to, value);
      }
      from = to + 1;
    }
  }

  /** The value of a word, or 0. */
  int get(long number, int letters) {
    if (letters > longest) {
      return 0;
    }
    for (int slot = slot(number); words[slot] != 0; slot = slot + 1 & last) {
      if (words[slot] == number) {
        return values[slot];
      }
    }
    return 0;
  }

  private void add(String text, int from, int to, int value) {
    long number = 0;
    long folded = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      char plain = plain(c);
      int code = plain == 0 ? 0 : plain - 'a' + 1;
      number = number * BASE + code;
      folded = folded * BASE + (c < 0x100 ? code : 0);
    }
    longest = Math.max(longest, to - from);
    put(number, value);
    if (folded != number) {
      put(folded, value);
    }
  }

  private void put(long number, int value) {
    int slot = slot(number);
    while (words[slot] != 0 && words[slot] != number) {
      slot = slot + 1 & last;
    }
    if (words[slot] == 0) { // of a word listed twice the first counts
      words[slot] = number;
      values[slot] = (short) value;
    }
  }

  private int slot(long number) {
    return (int) (number * 0x9E3779B97F4A7C15L >>> 32) & last;
  }

  private static int foreignCode(byte letter) {
    char plain = PLAIN.charAt((letter & 0xFF) - 0xC0 & 63);
    return plain < 'a' || plain > 'z' ? 0 : plain - 'a' + 1;
  }
}
