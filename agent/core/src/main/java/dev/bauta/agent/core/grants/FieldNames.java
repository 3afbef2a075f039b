package dev.bauta.agent.core.grants;

/**
 * Which field names may leave this JVM. A key of a JSON map can be a value itself (an address, a
 * telephone number), so only what looks like a name is told; all others are counted together.
 */
final class FieldNames {

  /** Fields that are not told apart. */
  static final String OTHERS = "*";

  /** The place had no field. */
  static final String UNKNOWN = "";

  private static final int LONGEST = 64;
  private static final int MOST_DIGITS = 4;

  private FieldNames() {}

  static boolean tellable(String name) {
    if (name.isEmpty()) {
      return true;
    }
    if (name.length() > LONGEST || !letter(name.charAt(0))) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (!letter(c) && c != '.' && c != '-') {
        return false;
      }
    }
    return digits <= MOST_DIGITS;
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}
