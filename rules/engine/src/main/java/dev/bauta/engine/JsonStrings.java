package dev.bauta.engine;

/** The characters of JSON strings (RFC 8259, section 7). */
final class JsonStrings {

  private static final String HEX = "0123456789abcdef";

  private JsonStrings() {}

  /** Without escapes; one that is wrong stays as it is. */
  static String unescape(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\' || i + 1 == raw.length()) {
        out.append(c);
        continue;
      }
      int code = code(raw, i + 1);
      if (code >= 0) {
        out.append((char) code);
        i += 5;
      } else {
        out.append(plain(raw.charAt(++i)));
      }
    }
    return out.toString();
  }

  /**
   * A string with its quotes.
   *
   * @param most the last character that may stand as it is
   */
  static String quote(String value, int most) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > most || Character.isSurrogate(c)) {
        escape(c, out);
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static void escape(char c, StringBuilder out) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >>> shift & 0xF));
    }
  }

  /** The character of {@code uHHHH}, or -1. */
  private static int code(String raw, int at) {
    if (raw.charAt(at) != 'u' || at + 5 > raw.length()) {
      return -1;
    }
    int code = 0;
    for (int i = at + 1; i < at + 5; i++) {
      int digit = HEX.indexOf(raw.charAt(i) | 0x20);
      if (digit < 0 || raw.charAt(i) > 'f') {
        return -1;
      }
      code = code << 4 | digit;
    }
    return code;
  }

  private static char plain(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escaped;
    };
  }
}
