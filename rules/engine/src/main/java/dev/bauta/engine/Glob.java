package dev.bauta.engine;

/**
 * A name with {@code *} for any characters and {@code ?} for one; upper and lower case are the
 * same.
 */
record Glob(String pattern) {

  boolean matches(String name) {
    return matches(0, pattern.length(), name);
  }

  /** {@code full_name}, {@code customers.full_name} or {@code crm.customers.full_name}. */
  boolean matchesColumn(String table, String label) {
    int dot = pattern.lastIndexOf('.');
    if (!matches(dot + 1, pattern.length(), label)) {
      return false;
    }
    if (dot < 0 || table == null || table.isEmpty()) {
      return true;
    }
    if (matches(0, dot, table)) {
      return true;
    }
    // the schema may be known to only one of the two sides
    int patternDot = pattern.lastIndexOf('.', dot - 1);
    int tableDot = table.lastIndexOf('.');
    return patternDot < 0 && tableDot >= 0
        ? matches(0, dot, table.substring(tableDot + 1))
        : patternDot >= 0 && tableDot < 0 && matches(patternDot + 1, dot, table);
  }

  // Goes back to the last star only, so it is at most pattern times name, never exponential.
  private boolean matches(int from, int to, String name) {
    int p = from;
    int n = 0;
    int star = -1;
    int starName = 0;
    while (n < name.length()) {
      if (p < to && pattern.charAt(p) == '*') {
        star = p++;
        starName = n;
      } else if (p < to && (pattern.charAt(p) == '?' || same(pattern.charAt(p), name.charAt(n)))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++starName;
      } else {
        return false;
      }
    }
    while (p < to && pattern.charAt(p) == '*') {
      p++;
    }
    return p == to;
  }

  private static boolean same(char a, char b) {
    return a == b || Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
