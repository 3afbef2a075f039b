package dev.bauta.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a team writes who masks with regular expressions: one pattern a type, no check digits. Only
 * of what {@code java.util.regex}, RE2 and Hyperscan all understand, so that each gets the same.
 */
final class Patterns {

  /** By id of the type. */
  static final Map<String, String> BY_TYPE;

  static {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("email", "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");
    all.put(
        "phone",
        "\\+\\d{1,3}[ .-]?\\(?\\d{1,4}\\)?(?:[ .-]?\\d{2,8}){1,4}"
            + "|\\(\\d{3}\\) ?\\d{3}-\\d{4}|\\b\\d{3}-\\d{3}-\\d{4}\\b");
    all.put("payment-card", "\\b\\d{4}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4}\\b");
    all.put("us-ssn", "\\b\\d{3}-\\d{2}-\\d{4}\\b");
    all.put("iban", "\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b");
    all.put(
        "ip-address",
        "\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b|\\b(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}\\b"
            + "|\\b(?:[0-9a-f]{1,4}:)+(?::[0-9a-f]{1,4})+\\b");
    all.put("jwt", "\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    all.put(
        "secret",
        "(?i)(?:password|passwd|pwd|secret|token|api_?key|authorization|access_?key)\"?\\s*[=:]"
            + "\\s*\"?[^\\s\",;&]+");
    BY_TYPE = Collections.unmodifiableMap(all);
  }

  private Patterns() {}
}
