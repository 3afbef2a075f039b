package dev.bauta.engine;

/**
 * Makes one byte of every character: digits of any script become ASCII digits, full-width forms
 * ASCII, invisible and combining characters vanish, letters become one letter, the rest a sign that
 * belongs to nothing. So no spelling of a digit slips through.
 */
final class Folding {

  private static final int IDEOGRAPHIC_STOP = 0x3002;
  private static final int HALFWIDTH_STOP = 0xFF61;
  private static final int OTHER = 1; // a control character: ends words and numbers

  private Folding() {}

  /**
   * Folds a text.
   *
   * @param bytes taken from {@code to} on
   * @param origins takes the place in the text of each byte, and the text's length behind the last
   * @return how many bytes there are
   */
  static int fold(String text, byte[] bytes, int to, int[] origins) {
    int count = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int folded = of(c);
      if (folded >= 0) {
        bytes[to + count] = (byte) folded;
        origins[count++] = i;
      }
      i += Character.charCount(c);
    }
    origins[count] = text.length();
    return count;
  }

  /** The byte that stands for a character, or -1 for none. */
  private static int of(int c) {
    if (c < 0x80 || c >= 0xC0 && c < 0x100) {
      return c;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return c - 0xFEE0;
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(c, 10);
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> -1;
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
      case Character.DASH_PUNCTUATION -> '-';
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> '"';
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.COMBINING_SPACING_MARK,
          Character.LETTER_NUMBER ->
          Ascii.FOREIGN & 0xFF;
      default -> c == IDEOGRAPHIC_STOP || c == HALFWIDTH_STOP ? '.' : OTHER;
    };
  }
}
