package dev.bauta.engine.pattern;

/** The text of a pattern and a place in it. */
final class PatternText {

  private final String text;
  private int index;

  PatternText(String text) {
    this.text = text;
  }

  boolean more() {
    return index < text.length();
  }

  int index() {
    return index;
  }

  char peek() {
    return text.charAt(index);
  }

  char next() {
    return text.charAt(index++);
  }

  boolean take(char c) {
    boolean there = more() && peek() == c;
    index += there ? 1 : 0;
    return there;
  }

  boolean take(String s) {
    boolean there = text.startsWith(s, index);
    index += there ? s.length() : 0;
    return there;
  }

  /** The text up to a sign, which is taken too; null if it is not there. */
  String until(String end) {
    int found = text.indexOf(end, index);
    if (found < 0) {
      return null;
    }
    String between = text.substring(index, found);
    index = found + end.length();
    return between;
  }

  /** A number of up to six digits, or -1. */
  int number() {
    int from = index;
    int number = 0;
    while (more() && peek() >= '0' && peek() <= '9' && index - from < 6) {
      number = number * 10 + next() - '0';
    }
    return index == from ? -1 : number;
  }

  PatternException fault(String message) {
    return fault(message, index);
  }

  PatternException fault(String message, int at) {
    return new PatternException("at index " + at + ": " + message, at);
  }

  /** The byte of a character of the pattern. */
  int check(int c, int at) {
    if (c < 0x80 || c >= 0xC0 && c <= 0xFF) {
      return c;
    }
    throw fault(
        "characters past U+00FF and signs past ASCII are folded before the search; use a word"
            + " list, \\p{L} for a letter, or '.'",
        at);
  }

  /** What stands behind a {@code \}, within brackets or not. */
  ByteSet escape(int at) {
    if (!more()) {
      throw fault("a '\\' with nothing behind it", at);
    }
    char c = next();
    return switch (c) {
      case 'd' -> ByteSet.DIGITS;
      case 'D' -> ByteSet.DIGITS.not();
      case 'w' -> ByteSet.WORD;
      case 'W' -> ByteSet.WORD.not();
      case 's' -> ByteSet.SPACE;
      case 'S' -> ByteSet.SPACE.not();
      case 'h' -> ByteSet.of(' ').or(ByteSet.of('\t'));
      case 't' -> ByteSet.of('\t');
      case 'n' -> ByteSet.of('\n');
      case 'r' -> ByteSet.of('\r');
      case 'f' -> ByteSet.of('\f');
      case 'e' -> ByteSet.of(0x1B);
      case 'x' -> ByteSet.of(check(take('{') ? braced(at) : hex(2, at), at));
      case 'u' -> ByteSet.of(check(hex(4, at), at));
      case 'p' -> property(at);
      case 'P' -> property(at).not();
      default -> sign(c, at);
    };
  }

  private ByteSet sign(char c, int at) {
    if (ByteSet.LETTERS.or(ByteSet.DIGITS).has(c & 0xFF) && c < 0x80) {
      throw fault("no such escape: \\" + c + "; leave the '\\' out for the character itself", at);
    }
    return ByteSet.of(check(c, at));
  }

  private ByteSet property(int at) {
    String name = take('{') ? until("}") : more() ? String.valueOf(next()) : null;
    ByteSet set = name == null ? null : NamedClasses.of(name);
    if (set == null) {
      throw fault("no such class: \\p{" + name + "}; known are Alpha, Digit, Alnum, L, Nd ...", at);
    }
    return set;
  }

  private int braced(int at) {
    String digits = until("}");
    return digits == null || digits.isEmpty() || digits.length() > 6 ? bad(at) : hex(digits, at);
  }

  private int hex(int digits, int at) {
    if (index + digits > text.length()) {
      return bad(at);
    }
    index += digits;
    return hex(text.substring(index - digits, index), at);
  }

  private int hex(String digits, int at) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      value = digit < 0 ? bad(at) : value * 16 + digit;
    }
    return value;
  }

  private int bad(int at) {
    throw fault("a character by number is \\xHH or \\uHHHH", at);
  }
}
