package dev.bauta.engine;

import java.util.Set;

/** The ids of types, as rule files may use them. */
final class TypeNames {

  static final String KNOWN_LIST =
      "address, date-of-birth, email, iban, ipv4, ipv6, jwt, name, payment-card, phone, pii,"
          + " secret, us-ssn";

  private static final Set<String> KNOWN = Set.of(KNOWN_LIST.split(", ", -1));

  private TypeNames() {}

  static boolean isKnown(String id) {
    return KNOWN.contains(id);
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
