package dev.bauta.engine;

/**
 * Session ids by their label, and the values in the headers {@code Cookie} and {@code Set-Cookie}
 * (RFC 6265). The names of the cookies stay, and what a server says about one does.
 */
final class Cookies {

  /** Servers refuse longer headers; and a text of headers only must not be read time and again. */
  private static final int LONGEST = 4096;

  private static final int MIN = 6;
  private static final int MIN_WITHOUT_DIGIT = 16;
  private static final int MIN_NUMBER = 8;

  private static final String[] ATTRIBUTES = {
    "path", "domain", "expires", "max-age", "samesite", "version", "priority", "comment",
  };

  private Cookies() {}

  /** Whether the label is a header of cookies. */
  static boolean header(byte[] b, int labelEnd) {
    return labelEnd - 6 >= Line.PAD && NoValue.equals(b, labelEnd - 6, labelEnd, "cookie");
  }

  /** Adds the value of every cookie of a header; returns the end of the last, or 0. */
  static int find(Line line, int from, Findings out) {
    byte[] b = line.bytes;
    int limit = Math.min(Line.PAD + line.length, from + LONGEST);
    int end = 0;
    int i = b[from] == '[' && !NoValue.masked(b, from) ? from + 1 : from;
    while (i < limit) {
      int name = i;
      while (name < limit && nameSign(b[name])) {
        name++;
      }
      if (b[name] == ':' || b[name] == ' ') {
        return end; // the header is over, another name follows
      }
      int to = b[name] == '=' ? valueEnd(b, name + 1, limit) : name;
      if (b[name] == '=' && !attribute(b, i, name)) {
        end = value(b, name + 1, to, out) ? to : end;
      }
      i = next(b, to, limit);
    }
    return end;
  }

  /** Adds a value that is long enough to be guarded; returns its end, or 0. */
  static int sessionId(byte[] b, int from, int to, Findings out) {
    int end = valueEnd(b, from, to);
    boolean number = b[from] == '0' && (b[from + 1] | 0x20) == 'x';
    if (number || end - from < least(b, from, end)) {
      out.refuse(
          PiiType.SESSION_ID,
          from - Line.PAD,
          Math.max(from, end) - Line.PAD,
          "label",
          number ? "a number counted up, not a random id" : "too short for a session's id");
      return 0;
    }
    return value(b, from, end, out) ? end : 0;
  }

  private static int least(byte[] b, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      digits += Ascii.digit(b[i]) ? 1 : 0;
    }
    if (digits == to - from) {
      return MIN_NUMBER;
    }
    return digits == 0 ? MIN_WITHOUT_DIGIT : MIN;
  }

  private static boolean value(byte[] b, int from, int to, Findings out) {
    if (to <= from || NoValue.is(b, from, to, false)) {
      return false;
    }
    out.add(PiiType.SESSION_ID, from - Line.PAD, to - Line.PAD, "cookie");
    return true;
  }

  private static int valueEnd(byte[] b, int from, int limit) {
    int i = from;
    if (b[i] == '[' && NoValue.masked(b, i)) {
      while (b[i] != ']') {
        i++;
      }
      return i + 1;
    }
    if (b[i] == '"') {
      i++;
    }
    while (i < limit && !endsValue(b[i])) {
      i++;
    }
    return i;
  }

  /** Behind the semicolon of this cookie, or the limit where there is no other. */
  private static int next(byte[] b, int from, int limit) {
    int i = from;
    while (i < limit && b[i] != ';') {
      if (b[i] == '\n' || b[i] == '"' || b[i] == '\'') {
        return limit;
      }
      i++;
    }
    do {
      i++;
    } while (i < limit && b[i] == ' ');
    return i;
  }

  private static boolean attribute(byte[] b, int from, int to) {
    for (String attribute : ATTRIBUTES) {
      if (NoValue.equals(b, from, to, attribute)) {
        return true;
      }
    }
    return false;
  }

  private static boolean nameSign(byte b) {
    return b > ' ' && b != '=' && b != ':' && b != ';' && b != ',' && b != '"' && b != '\'';
  }

  private static boolean endsValue(byte b) {
    return switch (b) {
      case ';', ',', '"', '\'', '\\', '<', '>', '&', '?', '#', ')', ']', '}', '|' -> true;
      default -> Ascii.blank(b);
    };
  }
}
