package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.Masking;

/**
 * Masks a long text piece by piece, in bounded memory. A piece ends where masking the two sides
 * apart gives the same as masking them together, so nothing personal is cut in two and missed.
 * Where no such place is found, and where a marked text is longer than one window, the rest is
 * {@code [MASKED]}. Used by one thread at a time.
 */
final class Window {

  /** How much text is looked at together. */
  static final int SIZE = 32 * 1024;

  /** How much text behind a cut is looked at together with what is before it. */
  private static final int MARGIN = 8 * 1024;

  /** How far apart the places are that are tried for a cut. */
  private static final int STEP = 1024;

  private final Column column;
  private boolean given;
  private boolean first = true;

  Window(Column column) {
    this.column = column;
  }

  /**
   * One piece.
   *
   * @param length how many characters of the window it stands for
   * @param text what may be seen of them
   */
  record Piece(int length, String text) {}

  /** Whether there is nothing more to see, whatever follows. */
  boolean isGiven() {
    return given;
  }

  /** What to do with bytes that are no text: a marked column must not show them. */
  boolean showsBinary() {
    return !column.isMarked();
  }

  /**
   * The first piece of a window.
   *
   * @param last whether no text follows this window
   */
  Piece next(String window, boolean last) {
    if (last) {
      return new Piece(window.length(), orNothing(last(window)));
    }
    first = false;
    if (column.isMarked()) {
      return rest(window);
    }
    String masked = column.text(window);
    if (window.equals(masked)) {
      int cut = cutBefore(window, window.length() - MARGIN);
      return new Piece(cut, window.substring(0, cut));
    }
    for (int end = window.length() - MARGIN; end > 2 * STEP; end -= STEP) {
      int cut = cutBefore(window, end);
      String left = column.text(window.substring(0, cut));
      String right = column.text(window.substring(cut));
      if ((left + right).equals(masked)) {
        return new Piece(cut, left);
      }
    }
    return rest(window);
  }

  private String last(String window) {
    String text = column.text(window);
    if (first && text != null && !text.equals(window)) {
      column.shown(text);
    }
    return text;
  }

  private Piece rest(String window) {
    given = true;
    return new Piece(window.length(), Masking.MASKED);
  }

  /** Behind the last white space of the step before, else behind anything but a letter or digit. */
  private static int cutBefore(String text, int end) {
    for (int i = end; i > end - STEP; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    for (int i = end; i > end - STEP; i--) {
      char c = text.charAt(i - 1);
      if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  private static String orNothing(String text) {
    return text == null ? "" : text;
  }
}
