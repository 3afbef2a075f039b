package dev.bauta.engine;

import java.util.ArrayList;
import java.util.List;

/** The ids of types, as rule files may use them. */
final class TypeNames {

  private TypeNames() {}

  static boolean isKnown(String id) {
    return ids().contains(id);
  }

  static boolean isContent(PiiType type) {
    return type.index() < PiiType.CONTENT.size();
  }

  /** The ids of all built-in types. */
  static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (PiiType type : PiiType.CONTENT) {
      ids.add(type.id());
    }
    return ids;
  }

  static boolean isGlob(String id) {
    return id.indexOf('*') >= 0 || id.indexOf('?') >= 0;
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

  /** The fault of an id no rule uses. */
  static String unknown(String id) {
    List<String> list = new ArrayList<>();
    for (String known : ids()) {
      if (!known.startsWith("national-id-")) {
        list.add(known);
      }
    }
    list.sort(null);
    String nearest = Suggestion.nearest(id, ids());
    return "type '"
        + id
        + "' is not built in and no rule uses it; "
        + (nearest == null ? "known: " : "did you mean '" + nearest + "'? Known: ")
        + String.join(", ", list)
        + ", national-id-<country>";
  }

  static String badId(String id) {
    return "'"
        + id
        + "' can't be a type; use lower case words joined by '-', such as date-of-birth";
  }
}
