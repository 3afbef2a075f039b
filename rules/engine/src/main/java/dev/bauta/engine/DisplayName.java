package dev.bauta.engine;

/**
 * The name in front of an address: {@code Ada Lovelace <ada@example.org>}, {@code "Lovelace, Ada"
 * <ada@example.org>} (RFC 5322 section 3.4). In quotes any text; without, two to four capitalised
 * words.
 */
final class DisplayName {

  private static final int MAX = 80;
  private static final int MAX_WORDS = 4;

  private DisplayName() {}

  /** Adds the name that ends before this bracket, if one does. */
  static void before(byte[] b, int bracket, int floor, Findings out) {
    int end = b[bracket - 1] == ' ' ? bracket - 1 : bracket;
    int least = Math.max(floor, end - MAX);
    boolean quoted = end - 2 > least && (b[end - 1] == '"' || b[end - 1] == '\'');
    int start = quoted ? quoteStart(b, end - 1, least) : wordsStart(b, end, least);
    int stop = quoted ? end - 1 : end;
    if (start > 0 && start < stop && b[stop - 1] != '*') {
      out.add(PiiType.NAME, start - Line.PAD, stop - Line.PAD, "display-name");
    }
  }

  private static int quoteStart(byte[] b, int quote, int least) {
    for (int i = quote - 1; i >= least; i--) {
      if (b[i] == b[quote] && b[i - 1] != '\\') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int wordsStart(byte[] b, int end, int least) {
    int start = end;
    int words = 0;
    while (words < MAX_WORDS) {
      int word = wordStart(b, start, least);
      if (word == start || !WordTable.isCapital(b[word]) && b[word] != Ascii.FOREIGN) {
        break;
      }
      words++;
      if (word - 1 < least || b[word - 1] != ' ') {
        return words > 1 ? word : -1;
      }
      start = word - 1;
    }
    return words > 1 ? start + 1 : -1;
  }

  private static int wordStart(byte[] b, int end, int least) {
    int i = end;
    while (i > least && (Ascii.letter(b[i - 1]) || b[i - 1] < 0 || joins(b[i - 1]))) {
      i--;
    }
    return i;
  }

  private static boolean joins(byte b) {
    return b == '-' || b == '\'' || b == '.';
  }
}
