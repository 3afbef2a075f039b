package dev.bauta.agent.instrumentation.json;

/** The text inside JSON string literals, with and without its escapes. */
public final class JsonText {

  private JsonText() {}

  /** A literal that stands for this text, quotes included. */
  public static String quote(String text) {
    return '"' + escape(text) + '"';
  }

  /** The text as it stands between the quotes of a literal. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(hex(c >> 4)).append(hex(c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The text that a literal's inside stands for; the same instance where it has no escapes. */
  public static String unescape(String inside) {
    int backslash = inside.indexOf('\\');
    if (backslash < 0) {
      return inside;
    }
    StringBuilder out = new StringBuilder(inside.length());
    int copied = 0;
    while (backslash >= 0 && backslash + 1 < inside.length()) {
      out.append(inside, copied, backslash);
      char escaped = inside.charAt(backslash + 1);
      if (escaped == 'u' && backslash + 6 <= inside.length()) {
        out.append(unicode(inside, backslash + 2));
        copied = backslash + 6;
      } else {
        out.append(control(escaped));
        copied = backslash + 2;
      }
      backslash = inside.indexOf('\\', copied);
    }
    return out.append(inside, copied, inside.length()).toString();
  }

  /** The index of the quote that ends a literal, or the text's length where none does. */
  public static int endOfLiteral(String json, int from) {
    for (int i = from; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c == '\\') {
        i++;
      }
    }
    return json.length();
  }

  private static char unicode(String inside, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      code = code << 4 | Math.max(0, Character.digit(inside.charAt(i), 16));
    }
    return (char) code;
  }

  private static char control(char escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }

  private static char hex(int nibble) {
    return Character.forDigit(nibble & 0xf, 16);
  }
}
