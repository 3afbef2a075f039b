package dev.bauta.engine;

/**
 * Texts in which nothing was found, by identity: a program logs the same constant messages again
 * and again, and these need no second look. Bounded: 1,024 texts of at most 256 characters, each in
 * one place, from which the next one that falls there drives it out. Thread-safe without a lock: a
 * lost entry costs another look.
 */
final class CleanTexts {

  private static final int SIZE = 1024;
  private static final int LONGEST = 256;

  private final String[] texts = new String[SIZE];

  /** Whether this very string was looked at before. */
  boolean know(String text) {
    return texts[place(text)] == text;
  }

  void add(String text) {
    if (text.length() <= LONGEST) {
      texts[place(text)] = text;
    }
  }

  // Not the string's hash: computing it is half as much work as looking at the text.
  private static int place(String text) {
    int length = text.length();
    int mixed = length * 31 + text.charAt(length >>> 1);
    mixed = mixed * 31 + text.charAt(length >>> 2);
    mixed = mixed * 31 + text.charAt(length - 1);
    return (mixed ^ mixed >>> 10) & SIZE - 1;
  }
}
