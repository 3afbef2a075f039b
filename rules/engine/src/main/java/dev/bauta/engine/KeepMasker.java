package dev.bauta.engine;

/**
 * Keeps the first and the last characters and stars the rest; separators stay and are not counted.
 * Redacts what would hide too little.
 */
final class KeepMasker implements Recognising {

  private final int first;
  private final int last;
  private final int hidden;
  private final char mark;

  /**
   * @param first how many characters (code points) at the beginning stay
   * @param last how many at the end
   * @param hidden how many must be hidden at least, 1 or more
   * @param mark stands for a hidden character; no letter, digit or separator
   */
  KeepMasker(int first, int last, int hidden, char mark) {
    this.first = first;
    this.last = last;
    this.hidden = hidden;
    this.mark = mark;
  }

  @Override
  public String name() {
    return "keep";
  }

  @Override
  public String mask(String value, PiiType type) {
    int count = count(value);
    if (count - first - last < hidden || RedactMasker.isRedacted(value)) {
      return Maskers.REDACT.mask(value, type);
    }
    StringBuilder masked = new StringBuilder(value.length());
    int seen = 0;
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      i += Character.charCount(c);
      boolean shown = isSeparator(c) || seen < first || seen >= count - last;
      masked.appendCodePoint(shown ? c : mark);
      seen += isSeparator(c) ? 0 : 1;
    }
    return masked.toString();
  }

  @Override
  public boolean made(String value, PiiType type) {
    return mask(value, type).equals(value); // what it hides is marked, and no value has the mark
  }

  private static int count(String value) {
    int count = 0;
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      i += Character.charCount(c);
      count += isSeparator(c) ? 0 : 1;
    }
    return count;
  }

  /**
   * What stands between the parts of numbers and names. Not the colon: behind stars, the end of an
   * IPv6 address would be one again.
   */
  static boolean isSeparator(int c) {
    return switch (c) {
      case ' ', '\u00a0', '-', '.', '/', '(', ')', '+', ',', '_', '@' -> true;
      default -> false;
    };
  }
}
