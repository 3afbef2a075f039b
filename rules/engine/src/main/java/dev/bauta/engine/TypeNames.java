package dev.bauta.engine;

/** The ids of types, as rule files may use them. */
final class TypeNames {

  static final String KNOWN_LIST = list();

  private TypeNames() {}

  static boolean isKnown(String id) {
    for (PiiType type : PiiType.CONTENT) {
      if (type.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static String list() {
    StringBuilder list = new StringBuilder();
    PiiType.CONTENT.stream()
        .map(PiiType::id)
        .filter(id -> !id.startsWith("national-id-"))
        .sorted()
        .forEach(id -> list.append(id).append(", "));
    return list.append("national-id-<country>").toString();
  }

  /** Lower case letters and digits, words joined by a single hyphen. */
  static boolean isId(String id) {
    boolean wordStarts = true;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (!plain && (c != '-' || wordStarts)) {
        return false;
      }
      wordStarts = c == '-';
    }
    return !wordStarts && id.length() <= 64;
  }

  static String badId(String id) {
    return "'"
        + id
        + "' can't be a type; use lower case words joined by '-', such as date-of-birth";
  }
}
