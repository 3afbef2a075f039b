package dev.bauta.engine;

/**
 * The names that say what a value is: {@code password}, {@code x-api-key}, {@code clientSecret}.
 * Compared by whole word parts, from the end: {@code dbPassword} and {@code DB_PASSWORD_2} are
 * passwords, {@code tokens} and {@code author} are nothing.
 */
final class Labels {

  /** The longest name looked at. */
  static final int MAX = 64;

  // What may stand between a label's letters and its mark.
  private static final String LOOSE = " \"'0123456789";

  private static final WordTable WORDS = words();
  private static final WordTable GLUED_WORDS = WordTable.of(PiiType.SECRET, LabelWords.GLUED);
  private static final WordTable TAIL_WORDS = WordTable.of(PiiType.PII, LabelWords.TAILS);

  // By last character, one bit for each character before it, of which five bits count.
  private static final int[] ENDINGS = endings();
  private static final int[] OPENINGS = openings();

  private Labels() {}

  /** The type a column or key of this name has, or null. */
  static PiiType type(String name) {
    int length = name.length();
    int from = Math.max(0, length - MAX);
    byte[] bytes = new byte[length - from + 1];
    for (int i = from; i < length; i++) {
      char c = name.charAt(i);
      bytes[i - from] = c < 0x100 ? (byte) c : Ascii.FOREIGN;
    }
    return type(bytes, 0, length - from);
  }

  /** Whether a label of a secret or a phone may end with these two; mostly false, and cheap. */
  static boolean mayEnd(byte last, byte beforeLast) {
    return (ENDINGS[last & 127] >>> (beforeLast & 31) & 1) != 0;
  }

  /** As above for what stands before a mark, which may be a quote or a space. */
  static boolean mayEndAt(byte[] b, int mark) {
    return (OPENINGS[b[mark - 1] & 127] >>> (b[mark - 2] & 31) & 1) != 0;
  }

  /** The type of a name, of which the last {@value #MAX} characters are looked at, or null. */
  static PiiType type(byte[] bytes, int from, int to) {
    int start = Math.max(from, to - MAX);
    int end = withoutDigits(bytes, start, to);
    PiiType type = ending(bytes, start, end);
    if (type == null) {
      int cut = beforeTail(bytes, start, end);
      type = cut < 0 ? null : ending(bytes, start, withoutDigits(bytes, start, cut));
    }
    return type;
  }

  static boolean isPhone(long word, int letters) {
    return WORDS.get(word, letters) == PiiType.PHONE;
  }

  private static PiiType ending(byte[] bytes, int from, int to) {
    long word = 0;
    long place = 1;
    int letters = 0;
    PiiType longest = null;
    for (int i = to - 1; i >= from; i--) {
      byte b = bytes[i];
      if (!Ascii.letter(b)) {
        if (!joins(b)) {
          break;
        }
        continue;
      }
      word += place * WordTable.code(b);
      place *= WordTable.BASE;
      letters++;
      PiiType type =
          startsPart(bytes, i, from) ? WORDS.get(word, letters) : GLUED_WORDS.get(word, letters);
      longest = type != null ? type : longest;
      if (letters == WordTable.MAX_LETTERS) {
        break;
      }
    }
    return longest;
  }

  /** The end of what goes before a last part that changes nothing, or -1. */
  private static int beforeTail(byte[] bytes, int from, int to) {
    long word = 0;
    long place = 1;
    int letters = 0;
    for (int i = to - 1; i > from && Ascii.letter(bytes[i]); i--) {
      word += place * WordTable.code(bytes[i]);
      place *= WordTable.BASE;
      letters++;
      if (startsPart(bytes, i, from)) {
        return TAIL_WORDS.get(word, letters) == null ? -1 : i;
      }
    }
    return -1;
  }

  private static int withoutDigits(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && (Ascii.digit(bytes[end - 1]) || joins(bytes[end - 1]))) {
      end--;
    }
    return end;
  }

  /** Whether a part of a name begins at this letter: behind a sign, or a capital after a small. */
  static boolean startsPart(byte[] bytes, int i, int from) {
    if (i == from) {
      return true;
    }
    byte before = bytes[i - 1];
    if (Ascii.foreign(before)) {
      return false;
    }
    if (!Ascii.letter(before)) {
      return true;
    }
    // clientSecret, and the A of AWSAccessKey that begins a word
    byte next = bytes[i + 1];
    return Ascii.capital(bytes[i])
        && (!Ascii.capital(before) || Ascii.letter(next) && !Ascii.capital(next));
  }

  private static boolean joins(byte b) {
    return b == '_' || b == '-' || b == '.' || b == ' ';
  }

  private static WordTable words() {
    WordTable table = new WordTable();
    table.add(PiiType.SECRET, LabelWords.SECRET);
    table.add(PiiType.PHONE, LabelWords.PHONE);
    for (int i = 0; i < LabelWords.OTHER.length; i += 2) {
      table.add(PiiType.of(LabelWords.OTHER[i + 1]), LabelWords.OTHER[i]);
    }
    return table;
  }

  private static int[] endings() {
    int[] endings = new int[128];
    endings(endings, LabelWords.SECRET);
    endings(endings, LabelWords.PHONE);
    endings(endings, LabelWords.TAILS);
    endings(
        endings,
        new String[] {
          "ssn", "socialsecurity", "socialsecuritynumber", "cookie", "sessionid", "phpsessid"
        });
    return endings;
  }

  private static int[] openings() {
    int[] openings = ENDINGS.clone();
    for (int i = 0; i < LOOSE.length(); i++) {
      openings[LOOSE.charAt(i)] = -1;
    }
    return openings;
  }

  private static void endings(int[] endings, String[] words) {
    for (String word : words) {
      int last = word.length() - 1;
      int before = 1 << (word.charAt(last - 1) & 31);
      endings[word.charAt(last)] |= before;
      endings[word.charAt(last) - 32] |= before;
    }
  }
}
