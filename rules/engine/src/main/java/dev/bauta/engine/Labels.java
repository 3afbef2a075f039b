package dev.bauta.engine;

/**
 * The names that say what a value is: {@code password}, {@code x-api-key}, {@code customerName}.
 * Compared by whole word parts, from the end: {@code dbPassword} and {@code DB_PASSWORD_2} are
 * passwords, {@code tokens} and {@code author} are nothing.
 */
final class Labels {

  /** The longest name looked at. */
  static final int MAX = 64;

  private static final int MEANING = 0xFFFF;
  private static final int LONGEST_TAIL = 12;

  // passwd, password, accesskey, passphrase: bits of their lengths.
  private static final int GLUED_LENGTHS = 1 << 6 | 1 << 8 | 1 << 9 | 1 << 10;

  private Labels() {}

  /** The type a key of this name has, or null. */
  static PiiType type(String name) {
    byte[] bytes = bytes(name);
    return type(bytes, Line.PAD, bytes.length - Line.PAD, Dictionary.PLACE, false);
  }

  /**
   * The type a column of this name has, or null.
   *
   * @param table may be null or empty where it is not known
   */
  static PiiType columnType(String table, String name) {
    byte[] bytes = bytes(name);
    return type(bytes, Line.PAD, bytes.length - Line.PAD, Dictionary.PLACE, isOfPersons(table));
  }

  /** Whether this is {@code name} alone, in some language: of a person, or of a file. */
  static boolean isBareName(String name) {
    byte[] bytes = bytes(name);
    return type(bytes, Line.PAD, bytes.length - Line.PAD, Dictionary.PLACE, false) == null
        && type(bytes, Line.PAD, bytes.length - Line.PAD, Dictionary.PLACE, true) == PiiType.NAME
        && startsName(bytes);
  }

  private static PiiType type(byte[] b, int from, int to, int where, boolean person) {
    return type(b, from, find(b, Math.max(from, to - MAX), to), where, person);
  }

  /**
   * The longest word of ours that a name ends with, not counting what changes nothing behind it: 0,
   * or its meaning in the low half and its begin in the high one.
   *
   * @param b with room on both sides
   * @param from where to stop; what is no part of a name ends it too
   */
  static long find(byte[] b, int from, int to) {
    int end = withoutDigits(b, from, to);
    long found = ending(b, from, end);
    if (found != 0) {
      return found;
    }
    int cut = beforeTail(b, from, end);
    return cut < 0 ? 0 : ending(b, from, withoutDigits(b, from, cut));
  }

  /**
   * The type of what was found, or null where it does not hold here.
   *
   * @param where {@link Dictionary#TEXT} or {@link Dictionary#PLACE}
   * @param person whether what the name belongs to is a person
   */
  static PiiType type(byte[] b, int from, long found, int where, boolean person) {
    int meaning = (int) found & MEANING;
    return meaning != 0 && holds(b, from, (int) (found >>> 32), meaning, where, person)
        ? Dictionary.type(meaning)
        : null;
  }

  private static boolean holds(
      byte[] b, int from, int word, int meaning, int where, boolean person) {
    int holds = Dictionary.where(meaning);
    if ((holds & where) == 0) {
      return false;
    }
    boolean ofPerson = (holds & Dictionary.PERSON) != 0;
    if (ofPerson) {
      return person && alone(b, from, word) || partBefore(b, from, word, Dictionary.PERSONS);
    }
    if (where == Dictionary.TEXT && Dictionary.tooShort(meaning, letters(b, word))
        || partBefore(b, from, word, Dictionary.QUESTIONS)) {
      return false;
    }
    return (holds & Dictionary.PART) == 0
        || alone(b, from, word)
        || partBefore(b, from, word, Dictionary.NEUTRAL)
        || partBefore(b, from, word, Dictionary.PERSONS);
  }

  /** Whether the word is the whole name. */
  private static boolean alone(byte[] b, int from, int word) {
    byte before = b[word - 1];
    return word == from || !Ascii.wordy(before) && before != '-' && before != '.';
  }

  /** Letters from here to the end of the name, over joins. */
  private static int letters(byte[] b, int word) {
    int letters = 0;
    for (int i = word;
        WordTable.isLetter(b[i]) || joins(b[i]) && WordTable.isLetter(b[i + 1]);
        i++) {
      letters += WordTable.isLetter(b[i]) ? 1 : 0;
    }
    return letters;
  }

  /** Whether a table of this name holds persons: {@code crm.customers}, {@code user_profile}. */
  static boolean isOfPersons(String table) {
    if (table == null || table.isEmpty()) {
      return false;
    }
    byte[] b = bytes(table);
    int from = Line.PAD;
    int end = withoutDigits(b, from, b.length - Line.PAD);
    while (end > from && !partBefore(b, from, end, Dictionary.PERSONS)) {
      int start = partStart(b, from, end);
      if (!partBefore(b, from, end, Dictionary.TABLES)) {
        return false;
      }
      end = withoutDigits(b, from, start);
    }
    return end > from;
  }

  /**
   * The meaning of the longest known word at the end in the low half, its begin in the high one.
   */
  private static long ending(byte[] b, int from, int to) {
    long word = 0;
    long place = 1;
    int letters = 0;
    long longest = 0;
    for (int i = to - 1; i >= from; i--) {
      if (!WordTable.isLetter(b[i])) {
        if (!joins(b[i])) {
          break;
        }
        continue;
      }
      word += place * WordTable.code(b[i]);
      place *= WordTable.BASE;
      letters++;
      int meaning = meaning(b, i, from, word, letters);
      longest = meaning != 0 ? (long) i << 32 | meaning : longest;
      if (letters == WordTable.MAX_LETTERS) {
        break;
      }
    }
    return longest;
  }

  private static int meaning(byte[] b, int i, int from, long word, int letters) {
    boolean looked =
        startsPart(b, i, from)
            || (GLUED_LENGTHS >>> letters & 1) != 0 && Dictionary.GLUED.get(word, letters) != 0;
    return looked ? Dictionary.WORDS.get(word, letters) : 0;
  }

  /** The begin of a last part that changes nothing, or -1. */
  private static int beforeTail(byte[] b, int from, int to) {
    long word = 0;
    long place = 1;
    int letters = 0;
    for (int i = to - 1; i > from && letters < LONGEST_TAIL && WordTable.isLetter(b[i]); i--) {
      word += place * WordTable.code(b[i]);
      place *= WordTable.BASE;
      letters++;
      if (startsPart(b, i, from)) {
        return Dictionary.TAILS.get(word, letters) == 0 ? -1 : i;
      }
    }
    return -1;
  }

  private static int partStart(byte[] b, int from, int to) {
    int i = to;
    while (i > from && WordTable.isLetter(b[i - 1])) {
      i--;
      if (startsPart(b, i, from)) {
        break;
      }
    }
    return i;
  }

  /** Whether the part that ends before this position is one of these words. */
  static boolean partBefore(byte[] b, int from, int to, WordTable words) {
    long word = 0;
    long place = 1;
    int letters = 0;
    for (int i = withoutDigits(b, from, to) - 1; i >= from && WordTable.isLetter(b[i]); i--) {
      word += place * WordTable.code(b[i]);
      place *= WordTable.BASE;
      letters++;
      if (startsPart(b, i, from) && words.get(word, letters) != 0) {
        return true;
      }
    }
    return false;
  }

  private static int withoutDigits(byte[] b, int from, int to) {
    int end = to;
    while (end > from && (Ascii.digit(b[end - 1]) || joins(b[end - 1]))) {
      end--;
    }
    return end;
  }

  /** Whether a part of a name begins at this letter: behind a sign, or a capital after a small. */
  static boolean startsPart(byte[] b, int i, int from) {
    if (i == from) {
      return true;
    }
    byte before = b[i - 1];
    if (!WordTable.isLetter(before)) {
      return !Ascii.foreign(before);
    }
    // clientSecret, and the A of AWSAccessKey that begins a word
    byte next = b[i + 1];
    return WordTable.isCapital(b[i])
        && (!WordTable.isCapital(before) || WordTable.isLetter(next) && !WordTable.isCapital(next));
  }

  private static boolean startsName(byte[] b) {
    int end = Line.PAD;
    while (WordTable.isLetter(b[end])) {
      end++;
    }
    return end == b.length - Line.PAD;
  }

  private static boolean joins(byte b) {
    return b == '_' || b == '-' || b == '.' || b == ' ';
  }

  private static byte[] bytes(String name) {
    int from = Math.max(0, name.length() - MAX);
    byte[] bytes = new byte[name.length() - from + 2 * Line.PAD];
    for (int i = from; i < name.length(); i++) {
      char c = name.charAt(i);
      char plain = WordTable.plain(c);
      boolean ascii = c >= 0x80 && plain >= 'a' && plain <= 'z';
      bytes[Line.PAD + i - from] = ascii ? (byte) plain : c < 0x100 ? (byte) c : Ascii.FOREIGN;
    }
    return bytes;
  }
}
