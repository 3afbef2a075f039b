package dev.bauta.engine;

import java.util.Locale;

/**
 * A name in a rule: case does not count, {@code *} stands for any characters. Matched in time
 * proportional to name times pattern at worst, without backtracking.
 *
 * @param pattern in lower case
 */
record NamePattern(String pattern) {

  static NamePattern of(String pattern) {
    return new NamePattern(pattern.toLowerCase(Locale.ROOT));
  }

  boolean exact() {
    return pattern.indexOf('*') < 0;
  }

  /** Whether a name, in lower case, is meant. */
  boolean matches(String name) {
    int p = 0;
    int star = -1;
    int retry = 0;
    for (int n = 0; n < name.length(); ) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = n;
      } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
