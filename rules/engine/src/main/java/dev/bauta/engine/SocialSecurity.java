package dev.bauta.engine;

/**
 * US social security numbers in groups of 3-2-4, with the areas, groups and serials that are never
 * issued left out (SSA, "The SSN numbering scheme"; areas 000, 666 and 900-999).
 */
final class SocialSecurity {

  private SocialSecurity() {}

  /** Whether groups of 3-2-4 digits with one separator begin here. */
  static boolean shaped(byte[] b, int from) {
    byte separator = b[from + 3];
    return (separator == '-' || separator == ' ')
        && Groups.run(b, from, 3) == 3
        && Groups.run(b, from + 4, 2) == 2
        && b[from + 6] == separator
        && Groups.run(b, from + 7, 4) == 4;
  }

  /** Where the number that begins here ends, or -1. */
  static int end(byte[] b, int from) {
    if (!shaped(b, from)) {
      return -1;
    }
    byte separator = b[from + 3];
    int end = from + 11;
    if (!issued(b, from, from + 4, from + 7) || !Groups.standsAlone(b, from, end)) {
      return -1;
    }
    // Spaces join all kinds of numbers: there it takes a word beside it.
    return separator == '-' || (Context.before(b, from) & Context.SSN) != 0 ? end : -1;
  }

  /** Whether nine digits without a separator are a number that may have been issued. */
  static boolean issuedInOneRun(byte[] b, int from) {
    return issued(b, from, from + 3, from + 5);
  }

  private static boolean issued(byte[] b, int from, int groupAt, int serialAt) {
    boolean area =
        b[from] != '9'
            && !(b[from] == '0' && b[from + 1] == '0' && b[from + 2] == '0')
            && !(b[from] == '6' && b[from + 1] == '6' && b[from + 2] == '6');
    boolean group = b[groupAt] != '0' || b[groupAt + 1] != '0';
    boolean serial = false;
    for (int i = serialAt; i < serialAt + 4; i++) {
      serial |= b[i] != '0';
    }
    return area && group && serial;
  }
}
