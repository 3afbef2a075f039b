package dev.bauta.engine;

/**
 * Values that have no form of their own, behind a label that names them: names, addresses, dates of
 * birth. What matters is where they end.
 */
final class TextValue {

  private static final String RULE = "label";
  private static final int MAX_WORDS = 5;
  private static final int MAX = 160;

  // Small words inside a name.
  private static final WordTable PARTICLES =
      WordTable.of(
          "van von der den de da do dos das du del della di la le el al bin ibn ben zu zur ter ten"
              + " y e af av mac mc st o d");

  private static final WordTable NOTHING =
      WordTable.of(
          "null nil none true false undefined unknown empty na nan missing required optional string"
              + " object array invalid absent blank hidden redacted masked filtered yes no unset");

  private TextValue() {}

  /** Whether values of this type are free text. */
  static boolean is(PiiType type) {
    return type == PiiType.NAME
        || type == PiiType.USERNAME
        || type == PiiType.ADDRESS
        || type == PiiType.DATE_OF_BIRTH;
  }

  /**
   * Takes the value that begins here.
   *
   * @param prose whether it may be the rest of a sentence: behind a colon
   * @return its end, or 0
   */
  static int at(Line line, int from, boolean prose, PiiType type, Findings out) {
    byte[] b = line.bytes;
    byte quote = b[from - 1] == '"' || b[from - 1] == '\'' ? b[from - 1] : 0;
    int end = quote != 0 ? quotedEnd(line, from, quote) : plainEnd(line, from, prose, type);
    if (end <= from || type == PiiType.DATE_OF_BIRTH && !BirthDate.fits(b, from, end)) {
      return 0;
    }
    return nothing(b, from, end) ? 0 : add(type, from, end, out);
  }

  /** Takes the value behind {@code name=} if it looks like a person's: {@code Ada Lovelace}. */
  static int likelyName(Line line, int from, Findings out) {
    byte[] b = line.bytes;
    int end = nameEnd(b, from, true);
    boolean several = end > from && WordTable.isCapital(b[from]) && spaces(b, from, end) > 0;
    int last = end;
    while (last > from && b[last - 1] != ' ') {
      last--;
    }
    boolean thing = listed(b, last, end, LikelyName.THINGS);
    return several && !thing && !wordGoesOn(b[end]) ? add(PiiType.NAME, from, end, out) : 0;
  }

  private static int add(PiiType type, int from, int end, Findings out) {
    out.add(type, from - Line.PAD, end - Line.PAD, RULE);
    return end;
  }

  private static int quotedEnd(Line line, int from, byte quote) {
    byte[] b = line.bytes;
    int limit = Math.min(Line.PAD + line.length, from + MAX);
    int i = from;
    while (i < limit && b[i] != quote && b[i] != '\n') {
      if (b[i] == '\\' && b[i + 1] == quote && b[from - 2] == '\\') {
        return i;
      }
      if (b[i] == '*') {
        return 0; // masked before
      }
      i++;
    }
    return Ascii.alphanumeric(b[from]) || b[from] < 0 ? i : 0;
  }

  private static int plainEnd(Line line, int from, boolean prose, PiiType type) {
    byte[] b = line.bytes;
    if (type == PiiType.NAME) {
      return nameEnd(b, from, prose);
    }
    if (type == PiiType.USERNAME) {
      return tokenEnd(b, from);
    }
    if (type == PiiType.DATE_OF_BIRTH) {
      return BirthDate.end(b, from);
    }
    return addressEnd(line, from, prose);
  }

  /** One to five words: the first any, or a capitalised one in prose, the others capitalised. */
  private static int nameEnd(byte[] b, int from, boolean prose) {
    if (!WordTable.isLetter(b[from]) && b[from] >= 0
        || prose && !begins(b, from) && !particle(b, from)) {
      return 0;
    }
    int end = wordEnd(b, from);
    if (b[end] == '*' || b[end] == '=' || b[end] == '(' || b[end] == '/') {
      return 0;
    }
    int words = 1;
    while (words < MAX_WORDS) {
      int next = b[end] == ',' && b[end + 1] == ' ' && words == 1 ? end + 2 : end + 1;
      boolean goesOn = b[end] == ' ' || next == end + 2;
      if (!goesOn || !begins(b, next) && !particle(b, next)) {
        break;
      }
      int stop = wordEnd(b, next);
      if (b[stop] == '=' || b[stop] == ':' || stop == next) {
        break; // the next label
      }
      end = stop;
      words++;
    }
    return b[end - 1] == '.' && end - from > 2 && b[end - 3] != ' ' ? end - 1 : end;
  }

  private static boolean begins(byte[] b, int i) {
    return WordTable.isCapital(b[i]) || b[i] == Ascii.FOREIGN;
  }

  private static boolean particle(byte[] b, int from) {
    int end = wordEnd(b, from);
    return b[end] == ' ' && begins(b, end + 1) && listed(b, from, end, PARTICLES);
  }

  private static int wordEnd(byte[] b, int from) {
    int i = from;
    while (wordGoesOn(b[i])) {
      i++;
    }
    return i;
  }

  private static boolean wordGoesOn(byte c) {
    return Ascii.letter(c) || c < 0 || c == '-' || c == '\'' || c == '.';
  }

  private static int tokenEnd(byte[] b, int from) {
    int i = from;
    while (Ascii.alphanumeric(b[i]) || b[i] == '.' || b[i] == '_' || b[i] == '-' || b[i] < 0) {
      i++;
    }
    boolean stops = b[i] != '*' && b[i] != '(' && b[i] != '@' && b[i] != '\\';
    return stops && i - from >= 2 ? i : 0;
  }

  /** To the end of the record; in prose only with a number in it, as most addresses have. */
  private static int addressEnd(Line line, int from, boolean prose) {
    byte[] b = line.bytes;
    int limit = Math.min(Line.PAD + line.length, from + MAX);
    int digits = 0;
    int i = from;
    while (i < limit && !stops(b, i)) {
      digits += Ascii.digit(b[i]) ? 1 : 0;
      i++;
    }
    while (i > from && (b[i - 1] == ' ' || b[i - 1] == ',' || b[i - 1] == '.')) {
      i--;
    }
    boolean begins = Ascii.alphanumeric(b[from]) || b[from] < 0;
    return begins && (!prose || digits > 0) ? i : 0;
  }

  private static boolean stops(byte[] b, int i) {
    return switch (b[i]) {
      case ';', ']', '}', ')', '&', '<', '|', '\n', '\r', '\t', '"', '*', '{', '[' -> true;
      case ' ' -> b[i + 1] == ' ' || labelFollows(b, i + 1);
      case ',' -> labelFollows(b, b[i + 1] == ' ' ? i + 2 : i + 1) || b[i + 1] == '"';
      default -> false;
    };
  }

  /** {@code word=} or {@code word: }. */
  private static boolean labelFollows(byte[] b, int from) {
    int i = from;
    while (Ascii.wordy(b[i]) && i - from < 40) {
      i++;
    }
    return i > from && (b[i] == '=' || b[i] == ':');
  }

  private static int spaces(byte[] b, int from, int end) {
    int spaces = 0;
    for (int i = from; i < end; i++) {
      spaces += b[i] == ' ' ? 1 : 0;
    }
    return spaces;
  }

  private static boolean nothing(byte[] b, int from, int end) {
    return listed(b, from, end, NOTHING);
  }

  private static boolean listed(byte[] b, int from, int end, WordTable words) {
    long word = 0;
    for (int i = from; i < end; i++) {
      if (!WordTable.isLetter(b[i])) {
        return false;
      }
      word = word * WordTable.BASE + WordTable.code(b[i]);
    }
    return words.get(word, end - from) != 0;
  }
}
