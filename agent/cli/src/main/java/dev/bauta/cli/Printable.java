package dev.bauta.cli;

/** What somebody else wrote, for a terminal. */
final class Printable {

  private Printable() {}

  /**
   * Without control characters but line ends: an escape sequence could rewrite what stands there.
   */
  static String text(String theirs) {
    StringBuilder clean = new StringBuilder(theirs.length());
    theirs
        .codePoints()
        .forEach(
            c -> {
              boolean shown =
                  c == '\n' || c == '\r' || !(Character.isISOControl(c) || isInvisible(c));
              clean.appendCodePoint(shown ? c : '?');
            });
    return clean.toString();
  }

  // marks that turn the direction of text around, and the like
  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT;
  }

  /** The same on one line. */
  static String line(String theirs) {
    return text(theirs.replaceAll("\\R", " "));
  }
}
