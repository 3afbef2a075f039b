package dev.bauta.agent.core;

import dev.bauta.engine.Disclosure;
import dev.bauta.engine.Tally;
import dev.bauta.engine.TextMasker;

/**
 * Which names of places may stand in a report. The key of a JSON map, the name of a column in a
 * pivoted table or of a logger can be a value itself, so only what looks like a name, and in which
 * nothing personal is found, is told; all others are counted together.
 */
final class PlaceNames {

  /** Names that are not told apart. */
  static final String OTHERS = "*";

  private static final int LONGEST = 200;
  private static final int MOST_DIGITS = 4;
  private static final String SIGNS = "_.-$#/:";

  private PlaceNames() {}

  /**
   * The name as it may be told.
   *
   * @param name may be null, which gives null
   * @param finder looks for personal data in it
   */
  static String told(String name, TextMasker finder) {
    if (name == null) {
      return null;
    }
    boolean tellable =
        looksLikeName(name) && finder.mask(name, Disclosure.NOTHING, Tally.NONE) == name;
    return tellable ? name : OTHERS;
  }

  private static boolean looksLikeName(String name) {
    if (name.length() > LONGEST) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isDigit(c)) {
        digits++;
      } else if (!Character.isLetter(c) && SIGNS.indexOf(c) < 0) {
        return false;
      }
    }
    return digits <= MOST_DIGITS;
  }
}
