package dev.bauta.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a fault says about a name nobody knows: the one that may be meant, and the known ones. */
final class Suggestion {

  private Suggestion() {}

  /** {@code ; did you mean 'hash'? Known: hash, redact}. */
  static String of(String name, Collection<String> known) {
    List<String> sorted = new ArrayList<>(known);
    sorted.sort(null);
    String nearest = nearest(name, sorted);
    String list = String.join(", ", sorted);
    return nearest == null
        ? "; known: " + list
        : "; did you mean '" + nearest + "'? Known: " + list;
  }

  /** {@code did you mean 'hash'? }, or nothing where no known name is like it. */
  static String hint(String name, Collection<String> known) {
    String nearest = nearest(name.toLowerCase(Locale.ROOT), known);
    return nearest == null ? "" : "did you mean '" + nearest + "'? ";
  }

  /** The known name that is most like it, or null where none is like it. */
  static String nearest(String name, Collection<String> known) {
    String nearest = null;
    int best = 1 + Math.min(3, name.length() / 2);
    for (String one : known) {
      int distance = distance(name, one);
      if (distance < best) {
        best = distance;
        nearest = one;
      }
    }
    return nearest;
  }

  /**
   * Edits that make one of the other (Levenshtein); two neighbours swapped count as one (Damerau).
   */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, d);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] d) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(d[i - 1][j - 1] + same, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
