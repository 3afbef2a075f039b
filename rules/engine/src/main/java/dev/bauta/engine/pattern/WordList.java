package dev.bauta.engine.pattern;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the words of a list, such as the names of a company's staff; upper and lower case are the
 * same. Immutable and thread-safe; finding allocates nothing.
 *
 * <p>A word with accents is found with and without them. Words may hold spaces, and then each of
 * them stands for one space in the text. Letters past U+00FF are all the same byte in the texts of
 * the engine, so a word of another script is found where another one of its length is: ask {@link
 * #confirms} with the text itself.
 *
 * <p>A tree of letters, looked up by hash: memory is some 30 bytes for each letter that is not
 * shared with another word's beginning, so 10,000 names take about 2 MB; 1,000,000 letters are the
 * most. A byte of the text is looked at once for each place a word may begin before it and go on to
 * it, at most {@value #LONGEST} times, so the time is linear in the length of the text.
 */
public final class WordList {

  /** Looks into the text itself: see {@link #confirms}. */
  public interface Check {

    /** Whether the bytes from start to end are a word of this list. */
    boolean isWord(WordList list, int start, int end);
  }

  private static final int LONGEST = 100;
  private static final int MOST_LETTERS = 1_000_000;

  // As the engine folds texts; a test holds the two together.
  private static final int FOREIGN = 0xE6;
  private static final int OTHER_SIGN = 1;
  private static final int IDEOGRAPHIC_STOP = 0x3002;
  private static final int HALFWIDTH_STOP = 0xFF61;
  private static final byte[] LOWER = lower();

  private final boolean wholeWords;

  /** The tree: node and letter in one number, and the node they lead to. 0 is an empty slot. */
  private int[] keys = new int[1024];

  private int[] nodes = new int[1024];

  /** Whether a word ends in a node. */
  private boolean[] ends = new boolean[512];

  private int count = 1;

  /** One bit for each pair of letters a word begins with, so most places cost one look. */
  private final long[] heads = new long[1024];

  private final Set<String> foreign = new HashSet<>();

  private WordList(boolean wholeWords) {
    this.wholeWords = wholeWords;
  }

  /**
   * A list of words.
   *
   * @param words each of one letter to {@value #LONGEST}
   * @param wholeWords whether a letter or digit beside a word makes it none
   * @throws PatternException if a word is empty or too long, or there are too many; its index is
   *     that of the word
   */
  public static WordList of(Collection<String> words, boolean wholeWords) {
    WordList list = new WordList(wholeWords);
    int index = 0;
    for (String word : words) {
      list.add(word.strip(), index++);
    }
    return list;
  }

  /**
   * The next word, leftmost and longest.
   *
   * @param bytes Latin-1, or a folded text
   * @param from where the search begins; the byte before it is looked at where there is one
   * @param to where the text ends
   * @return start in the high 32 bits and end in the low 32 bits, or -1 where nothing is found
   */
  public long find(byte[] bytes, int from, int to) {
    return find(bytes, from, to, null);
  }

  /** All words from left to right, without overlap, of which the check takes each. */
  public void each(byte[] bytes, int from, int to, Check check, Matches out) {
    long found = find(bytes, from, to, check);
    while (found >= 0) {
      int end = (int) found;
      out.match((int) (found >>> 32), end);
      found = find(bytes, end, to, check);
    }
  }

  /**
   * The next word that the check takes.
   *
   * @param check or null to take each
   */
  public long find(byte[] bytes, int from, int to, Check check) {
    int before = from == 0 ? 0 : bytes[from - 1] & 0xFF;
    for (int at = from; at < to; at++) {
      int letter = LOWER[bytes[at] & 0xFF] & 0xFF;
      int next = at + 1 < to ? LOWER[bytes[at + 1] & 0xFF] & 0xFF : 0;
      int head = letter << 8 | next;
      if ((heads[head >>> 6] >>> head & 1) != 0
          && !(wholeWords && wordy(before) && wordy(letter))) {
        int end = longest(bytes, at, to, check);
        if (end > at) {
          return LinearPattern.span(at, end);
        }
      }
      before = letter;
    }
    return -1;
  }

  /**
   * Whether what was found is a word of the list although letters past U+00FF are in it: true where
   * there are none.
   *
   * @param text the text itself
   * @param start of the find in the text
   */
  public boolean confirms(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) > 0xFF && Character.isLetter(text.codePointAt(i))) {
        return foreign.contains(exact(text.substring(start, end)));
      }
    }
    return true;
  }

  private int longest(byte[] bytes, int from, int to, Check check) {
    int node = 0;
    int end = from;
    for (int at = from; at < to; at++) {
      node = child(node, LOWER[bytes[at] & 0xFF] & 0xFF);
      if (node == 0) {
        return end;
      }
      boolean closed = !wholeWords || at + 1 == to || !wordy(bytes[at + 1]) || !wordy(bytes[at]);
      if (ends[node] && closed && (check == null || check.isWord(this, from, at + 1))) {
        end = at + 1;
      }
    }
    return end;
  }

  private static boolean wordy(int b) {
    return ByteSet.WORD.has(b & 0xFF) || (b & 0xFF) >= 0xC0;
  }

  private void add(String word, int index) {
    String composed = Normalizer.normalize(word, Normalizer.Form.NFKC);
    String plain = plain(composed);
    insert(fold(composed, true), index);
    insert(fold(composed, false), index);
    insert(fold(plain, false), index);
    if (!latin1(composed)) {
      foreign.add(exact(composed));
      foreign.add(exact(plain));
    }
  }

  private static boolean latin1(String word) {
    return word.chars().allMatch(c -> c <= 0xFF);
  }

  /** Without accents. */
  private static String plain(String word) {
    return marksLeftOut(Normalizer.normalize(word, Normalizer.Form.NFKD));
  }

  private static String exact(String word) {
    String composed = Normalizer.normalize(word, Normalizer.Form.NFKC);
    return marksLeftOut(composed).toLowerCase(Locale.ROOT);
  }

  private static String marksLeftOut(String word) {
    StringBuilder out = new StringBuilder();
    word.codePoints().filter(c -> !vanishes(c)).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean vanishes(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  /**
   * The bytes of a word, as they stand in a text of the engine.
   *
   * @param latin1 whether the whole text is Latin-1: then its signs stand for themselves
   */
  private static byte[] fold(String word, boolean latin1) {
    byte[] bytes = new byte[word.length()];
    int size = 0;
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      int c = word.codePointAt(i);
      if (!vanishes(c)) {
        bytes[size++] = LOWER[latin1 && c <= 0xFF ? c : of(c)];
      }
    }
    return Arrays.copyOf(bytes, size);
  }

  private static int of(int c) {
    if (c < 0x80 || c >= 0xC0 && c <= 0xFF) {
      return c;
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(c, 10);
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
      case Character.DASH_PUNCTUATION -> '-';
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> '"';
      case Character.COMBINING_SPACING_MARK, Character.LETTER_NUMBER -> FOREIGN;
      default ->
          Character.isLetter(c)
              ? FOREIGN
              : c == IDEOGRAPHIC_STOP || c == HALFWIDTH_STOP ? '.' : OTHER_SIGN;
    };
  }

  private void insert(byte[] word, int index) {
    if (word.length == 0 || word.length > LONGEST) {
      throw new PatternException("a word has 1 to " + LONGEST + " letters", index);
    }
    int node = 0;
    for (byte letter : word) {
      int child = child(node, letter & 0xFF);
      node = child == 0 ? grow(node, letter & 0xFF, index) : child;
    }
    ends[node] = true;
    int head = (word[0] & 0xFF) << 8;
    if (word.length > 1) {
      setHead(head | word[1] & 0xFF);
      return;
    }
    for (int next = 0; next < 256; next++) {
      setHead(head | next);
    }
  }

  private void setHead(int head) {
    heads[head >>> 6] |= 1L << head;
  }

  private int grow(int node, int letter, int index) {
    if (count == MOST_LETTERS) {
      throw new PatternException("the list has more than " + MOST_LETTERS + " letters", index);
    }
    if (count * 2 >= keys.length) {
      rehash();
    }
    put(node << 8 | letter, count);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    return count++;
  }

  private void rehash() {
    int[] oldKeys = keys;
    int[] oldNodes = nodes;
    keys = new int[oldKeys.length * 2];
    nodes = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNodes[i] != 0) {
        put(oldKeys[i], oldNodes[i]);
      }
    }
  }

  private void put(int key, int node) {
    int slot = slot(key);
    while (nodes[slot] != 0) {
      slot = slot + 1 & keys.length - 1;
    }
    keys[slot] = key;
    nodes[slot] = node;
  }

  /** The node behind a letter, or 0. */
  private int child(int node, int letter) {
    int key = node << 8 | letter;
    for (int slot = slot(key); nodes[slot] != 0; slot = slot + 1 & keys.length - 1) {
      if (keys[slot] == key) {
        return nodes[slot];
      }
    }
    return 0;
  }

  private int slot(int key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & keys.length - 1;
  }

  private static byte[] lower() {
    byte[] table = new byte[256];
    for (int v = 0; v < 256; v++) {
      boolean capital = v >= 'A' && v <= 'Z' || v >= 0xC0 && v <= 0xDE && v != 0xD7;
      table[v] = (byte) (capital ? v + 0x20 : v);
    }
    return table;
  }
}
