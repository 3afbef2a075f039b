package dev.bauta.engine;

/**
 * Finds credentials by their label: {@code password=…}, {@code "token": "…"}, {@code api_key: …},
 * {@code Authorization: Bearer …}, {@code <secret>…</secret>}. Begins at each {@code = : >} that
 * the line's bits show; nearly all are dismissed by the last letter before it.
 */
final class SecretDetector {

  private static final int MAX_LABEL = 64;
  private static final int MIN_TOKEN = 6;

  private SecretDetector() {}

  static void detect(Line line, Findings out) {
    byte[] b = line.bytes;
    int done = 0;
    for (int w = 0; w < line.words; w++) {
      for (long m = line.marks[w]; m != 0; m &= m - 1) {
        int mark = (w << 6) + Long.numberOfTrailingZeros(m);
        if (mark < done) {
          continue;
        }
        int labelEnd = labelEnd(b, mark + Line.PAD);
        if (labelEnd > 0 && secretLabel(b, labelEnd)) {
          done = Math.max(done, value(line, mark + Line.PAD, out));
        }
      }
    }
  }

  /** Behind the label's last letter, or -1 where the mark follows no label. */
  private static int labelEnd(byte[] b, int mark) {
    byte sign = b[mark];
    if (sign != '=' && sign != ':' && sign != '>') {
      return -1;
    }
    int i = mark;
    if (b[i - 1] == ' ') {
      i--;
    }
    if (b[i - 1] == '"' || b[i - 1] == '\'') {
      i--;
      if (b[i - 1] == '\\') {
        i--;
      }
    }
    return mayEndSecret(b[i - 1]) ? i : -1;
  }

  /** The last letters of all names in {@link SecretNames}. */
  private static boolean mayEndSecret(byte b) {
    return switch (b | 0x20) {
      case 'd', 'e', 't', 'n', 'l', 's', 'y' -> Ascii.letter(b);
      default -> false;
    };
  }

  private static boolean secretLabel(byte[] b, int end) {
    int start = end;
    int floor = Math.max(Line.PAD, end - MAX_LABEL);
    while (start > floor
        && (Ascii.wordy(b[start - 1]) || b[start - 1] == '-' || b[start - 1] == '.')) {
      start--;
    }
    return SecretNames.matches(b, start, end);
  }

  private static int value(Line line, int mark, Findings out) {
    byte[] b = line.bytes;
    int limit = Line.PAD + line.length;
    int from = mark + 1;
    while (from < limit
        && (b[from] == ' ' || b[from] == '=' || b[from] == '>')
        && from < mark + 4) {
      from++;
    }
    from = afterScheme(b, from);
    int escaped = b[from] == '\\' ? 1 : 0;
    byte quote = b[from + escaped];
    boolean quoted = quote == '"' || quote == '\'';
    if (quoted) {
      from += 1 + escaped;
      int scheme = afterScheme(b, from);
      from = scheme;
    }
    int to = quoted ? quotedEnd(b, from, limit, quote) : plainEnd(b, from, limit, b[mark] == '>');
    if (to - from >= 1 && worthHiding(b, from, to, mark)) {
      out.add(PiiType.SECRET, from - Line.PAD, to - Line.PAD);
      return to - Line.PAD;
    }
    return 0;
  }

  /** Behind {@code Bearer } or {@code Basic }: what follows is the secret. */
  private static int afterScheme(byte[] b, int from) {
    if ((b[from] | 0x20) != 'b') {
      return from;
    }
    int i = from;
    while (Ascii.letter(b[i])) {
      i++;
    }
    boolean scheme = (i - from == 6 || i - from == 5) && b[i] == ' ';
    return scheme ? i + 1 : from;
  }

  private static int quotedEnd(byte[] b, int from, int limit, byte quote) {
    for (int i = from; i < limit; i++) {
      if (b[i] == '\\' && b[i + 1] != quote) {
        i++;
      } else if (b[i] == quote || b[i] == '\\') {
        return i;
      }
    }
    return limit;
  }

  private static int plainEnd(byte[] b, int from, int limit, boolean element) {
    int i = from;
    while (i < limit && !(element ? b[i] == '<' : ends(b[i]))) {
      i++;
    }
    return i;
  }

  private static boolean ends(byte b) {
    return b >= 0 && b <= ' '
        || b == ','
        || b == ';'
        || b == '&'
        || b == ')'
        || b == '}'
        || b == ']'
        || b == '"'
        || b == '\''
        || b == '<';
  }

  // Nothing, a mask, or a word that only says that there is a value: those tell no secret.
  private static boolean worthHiding(byte[] b, int from, int to, int mark) {
    byte first = b[from];
    if (first == '[' || first == '*' || first == '{' || first == '$' || first == '%') {
      return false;
    }
    int length = to - from;
    if (equals(b, from, to, "null")
        || equals(b, from, to, "true")
        || equals(b, from, to, "false")) {
      return false;
    }
    return length >= MIN_TOKEN || b[mark] != ':' || Ascii.digit(first) || b[mark + 1] != ' ';
  }

  private static boolean equals(byte[] b, int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((b[from + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
