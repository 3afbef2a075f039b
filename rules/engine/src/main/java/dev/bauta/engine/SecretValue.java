package dev.bauta.engine;

/** The value behind the label of a credential: where it begins and ends, and whether it is one. */
final class SecretValue {

  /** A shorter word behind {@code token: } is a word of the sentence. */
  private static final int MIN_TOKEN = 6;

  private static final int MIN_CREDENTIALS = 12;
  private static final int MAX_NAME = 40;
  private static final String[] SCHEMES = {"bearer", "basic", "digest", "negotiate", "apikey"};

  private SecretValue() {}

  /** Adds the value behind the mark as a secret; returns its end, or 0. */
  static int find(Line line, int mark, int labelEnd, Findings out) {
    return find(line, mark, labelEnd, PiiType.SECRET, out);
  }

  /**
   * Adds the value behind the mark; returns its end, or 0.
   *
   * @param type secret, or session id: then a header of cookies is read as such
   */
  static int find(Line line, int mark, int labelEnd, PiiType type, Findings out) {
    byte[] b = line.bytes;
    int limit = Line.PAD + line.length;
    int from = mark + 1;
    while (from < limit
        && from < mark + 4
        && (b[from] == ' ' || b[from] == '\t' || b[from] == '=' || b[from] == '>')) {
      from++;
    }
    boolean escaped = b[from] == '\\';
    byte quote = b[escaped ? from + 1 : from];
    boolean quoted = quote == '"' || quote == '\'';
    if (quoted) {
      from += escaped ? 2 : 1;
    }
    if (type == PiiType.SESSION_ID && Cookies.header(b, labelEnd)) {
      return Cookies.find(line, from, out);
    }
    if (b[from] == '-' && PrivateKeys.beginsAt(b, from)) {
      return PrivateKeys.block(line, from, out);
    }
    from = afterScheme(b, from, Ascii.letter(b[labelEnd - 1]) && (b[labelEnd - 1] | 0x20) == 'n');
    int to;
    if (quoted) {
      to = quotedEnd(b, from, limit, quote, escaped);
    } else {
      int before = beforeLabel(b, labelEnd);
      if (b[before] == '/' && b[before - 1] == '/' && b[mark] == ':') {
        return 0; // the user of a URL: //token:x@host
      }
      boolean query = b[before] == '?' || b[before] == '&';
      to = plainEnd(b, from, limit, b[mark] == '>', query);
    }
    if (type == PiiType.SESSION_ID) {
      return Cookies.sessionId(b, from, to, out);
    }
    if (to <= from
        || NoValue.is(b, from, to, quoted)
        || !quoted && NoValue.object(b, from, to, labelEnd)
        || prose(b, from, to, mark, labelEnd)) {
      return 0;
    }
    out.add(type, from - Line.PAD, to - Line.PAD, "label");
    return to;
  }

  /**
   * Behind {@code Bearer } or {@code Basic }: what follows is the secret.
   *
   * @param any whether the scheme may have any name, as in an Authorization header
   */
  private static int afterScheme(byte[] b, int from, boolean any) {
    int i = from;
    while (Ascii.letter(b[i]) && i - from < 12) {
      i++;
    }
    if (i == from || b[i] != ' ' || b[i + 1] <= ' ') {
      return from;
    }
    return isScheme(b, from, i) || any && credentials(b, i + 1) ? i + 1 : from;
  }

  private static boolean isScheme(byte[] b, int from, int to) {
    for (String scheme : SCHEMES) {
      if (NoValue.equals(b, from, to, scheme)) {
        return true;
      }
    }
    return false;
  }

  // One long word, as the credentials of a scheme are; a sentence goes on with short ones.
  private static boolean credentials(byte[] b, int from) {
    int i = from;
    while (b[i] > ' ' && i - from < MIN_CREDENTIALS) {
      i++;
    }
    return i - from >= MIN_CREDENTIALS || b[from] == '[' && NoValue.masked(b, from);
  }

  private static int quotedEnd(byte[] b, int from, int limit, byte quote, boolean escaped) {
    int i = from;
    while (i < limit) {
      if (b[i] == '\\') {
        if (escaped && b[i + 1] == quote) {
          return i;
        }
        i += 2;
      } else if (b[i] == quote) {
        return i;
      } else {
        i++;
      }
    }
    return limit;
  }

  private static int plainEnd(byte[] b, int from, int limit, boolean element, boolean query) {
    int i = from;
    while (i < limit && !(element ? b[i] == '<' : query && b[i] == '&' || ends(b, i))) {
      i++;
    }
    return i;
  }

  /** What stands before the label. */
  private static int beforeLabel(byte[] b, int labelEnd) {
    int i = labelEnd - 1;
    while (labelEnd - i < MAX_NAME && (b[i] > 0 && Ascii.wordy(b[i]) || b[i] == '-')) {
      i--;
    }
    return i;
  }

  // A comma or an ampersand may be part of a password: it ends one where something else begins.
  private static boolean ends(byte[] b, int i) {
    return switch (b[i]) {
      case '"', '\'', '<' -> true;
      case '\\' -> b[i + 1] == '"' || b[i + 1] == '\'';
      case ',', ';', '&', ')', '}', ']', '|' -> closes(b[i + 1]) || nameFollows(b, i + 1);
      default -> Ascii.blank(b[i]);
    };
  }

  private static boolean closes(byte next) {
    return switch (next) {
      case ',', ';', '&', ')', '}', ']', '"', '\'', '<', '\\', '.' -> true;
      default -> Ascii.blank(next);
    };
  }

  private static boolean nameFollows(byte[] b, int from) {
    int i = from;
    while (i - from < MAX_NAME && b[i] > 0 && (Ascii.wordy(b[i]) || b[i] == '-' || b[i] == '.')) {
      i++;
    }
    return i > from && (b[i] == '=' || b[i] == ':');
  }

  // "unexpected token: end", "the secret: be kind": words that are also used in sentences.
  private static boolean prose(byte[] b, int from, int to, int mark, int labelEnd) {
    if (b[mark] != ':' || b[mark + 1] != ' ' || b[mark - 1] == '"' || to - from >= MIN_TOKEN) {
      return false;
    }
    int last = b[labelEnd - 1] | 0x20;
    if (last != 'n' && last != 't') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (Ascii.digit(b[i])) {
        return false;
      }
    }
    return true;
  }
}
