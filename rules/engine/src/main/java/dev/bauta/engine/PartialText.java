package dev.bauta.engine;

import java.util.List;

/** Partial forms of words. All give null for a value without the shape. */
final class PartialText {

  private static final String STARS = "***";
  private static final int LONGEST = 320;
  private static final int SHORTEST_SECRET = 16;

  // What vendors put before their keys so that they are recognised; public, and the same for all.
  private static final List<String> PREFIXES =
      List.of(
          "AKIA",
          "ASIA",
          "AIza",
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "github_pat_",
          "glpat-",
          "xoxb-",
          "xoxp-",
          "xapp-",
          "sk_live_",
          "sk_test_",
          "rk_live_",
          "pk_live_",
          "whsec_",
          "SG.",
          "npm_",
          "pypi-",
          "dop_v1_",
          "hvs.",
          "shpat_",
          "sk-ant-",
          "sk-proj-",
          "dckr_pat_",
          "hf_");

  private PartialText() {}

  /** {@code j***@example.com}. */
  static String email(String value) {
    int at = value.lastIndexOf('@');
    int domain = value.length() - at - 1;
    if (at < 1 || at > LONGEST || domain < 1 || domain > LONGEST) {
      return null;
    }
    for (int i = at + 1; i < value.length(); i++) {
      char c = value.charAt(i);
      int kind = c < 128 ? CharKind.of(c) : CharKind.LETTER;
      boolean word = kind == CharKind.LETTER || kind == CharKind.DIGIT || c == '.' || c == '-';
      if (!word && c != '_' && c != '[' && c != ']' && c != ':') {
        return null;
      }
    }
    int first = value.offsetByCodePoints(0, 1);
    return first > at ? null : value.substring(0, first) + STARS + value.substring(at);
  }

  /** {@code a***}; where it is an e-mail address, as one. */
  static String username(String value) {
    if (value.indexOf('@') > 0) {
      return email(value);
    }
    if (value.length() < 4 || value.length() > LONGEST) {
      return null;
    }
    int first = value.codePointAt(0);
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= ' ') {
        return null;
      }
    }
    return Character.isLetterOrDigit(first) ? Character.toString(first) + STARS : null;
  }

  /** {@code ghp_***}: the vendor, if the key says it. */
  static String secret(String value) {
    for (String prefix : PREFIXES) {
      if (value.startsWith(prefix)) {
        boolean masked = value.length() == prefix.length() + 3 && value.endsWith(STARS);
        return masked || isKey(value, prefix.length()) ? prefix + STARS : null;
      }
    }
    return null;
  }

  private static boolean isKey(String value, int from) {
    if (value.length() - from < SHORTEST_SECRET || value.length() > LONGEST) {
      return false;
    }
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 128 || !Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** {@code ***:***}; a value with more than user and password in it has not the shape. */
  static String credentials(String value) {
    int colon = value.indexOf(':');
    if (value.isEmpty() || value.indexOf('/') >= 0 || value.indexOf(' ') >= 0) {
      return null;
    }
    return colon < 0 ? STARS : STARS + ":" + STARS;
  }

  /** {@code bc1q***0wlh}: how people compare addresses. */
  static String cryptoAddress(String value) {
    int length = value.length();
    boolean masked = length == 11 && value.startsWith(STARS, 4);
    if (!masked && (length < 25 || length > 128)) {
      return null;
    }
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      boolean star = masked && i >= 4 && i < 7;
      if (!star && (c >= 128 || !Character.isLetterOrDigit(c) && c != ':')) {
        return null;
      }
    }
    return value.substring(0, 4) + STARS + value.substring(length - 4);
  }
}
