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

  /**
   * The type of a name of which the last {@value #MAX} characters are looked at, or null.
   *
   * @param b with room on both sides
   * @param where {@link Dictionary#TEXT} or {@link Dictionary#PLACE}
   * @param person whether what the name belongs to is a person
   */
  static PiiType type(byte[] b, int from, int to, int where, boolean person) {
    int start = Math.max(from, to - MAX);
    int end = withoutDigits(b, start, to);
    long found = ending(b, start, end);
    if (found == 0) {
      int cut = beforeTail(b, start, end, Dictionary.NUMBER_TAILS);
      found = cut < 0 ? 0 : ending(b, start, withoutDigits(b, start, cut));
    }
    if (found == 0) {
      int cut = beforeTail(b, start, end, Dictionary.TAILS);
      found = cut < 0 ? 0 : ending(b, start, withoutDigits(b, start, cut));
    }
    int meaning = (int) found & MEANING;
    return meaning != 0 && holds(b, start, (int) (found >>> 32), meaning, where, person)
        ? Dictionary.type(meaning)
        : null;
  }

  private static boolean holds(
      byte[] b, int from, int word, int meaning, int where, boolean person) {
    int holds = Dictionary.where(meaning);
    if ((holds & where) == 0) {
      return false;
    }
    if (where == Dictionary.TEXT && Dictionary.tooShort(meaning, wordLength(b, word))) {
      return (holds & Dictionary.PERSON) != 0 && ofPerson(b, from, word, person);
    }
    if (partBefore(b, from, word, Dictionary.QUESTIONS)) {
      return false;
    }
    if ((holds & Dictionary.PERSON) != 0) {
      return ofPerson(b, from, word, person);
    }
    return (holds & Dictionary.PART) == 0
        || word == from
        || partBefore(b, from, word, Dictionary.NEUTRAL)
        || partBefore(b, from, word, Dictionary.PERSONS);
  }

  private static boolean ofPerson(byte[] b, int from, int word, boolean person) {
    return person && word == from || partBefore(b, from, word, Dictionary.PERSONS);
  }

  private static int wordLength(byte[] b, int word) {
    int i = word;
    while (WordTable.isLetter(b[i])) {
      i++;
    }
    return i - word;
  }

  /** Whether a table of this name holds persons: {@code crm.customers}, {@code user_profile}. */
  static boolean isOfPersons(String table) {
    if (table == null || table.isEmpty()) {
      return false;
    }
    byte[] b = bytes(table);
    int from = Line.PAD;
    int end = withoutDigits(b, from, b.length - Line.PAD);
    for (int cut = end; cut > from; cut = beforeTail(b, from, end, Dictionary.TABLES)) {
      end = withoutDigits(b, from, cut);
      if (partBefore(b, from, end, Dictionary.PERSONS)) {
        return true;
      }
    }
    return false;
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
    return startsPart(b, i, from) || Dictionary.GLUED.get(word, letters) != 0
        ? Dictionary.WORDS.get(word, letters)
        : 0;
  }

  /** The begin of a last part that changes nothing, or -1. */
  private static int beforeTail(byte[] b, int from, int to, WordTable tails) {
    long word = 0;
    long place = 1;
    int letters = 0;
    for (int i = to - 1; i > from && WordTable.isLetter(b[i]); i--) {
      word += place * WordTable.code(b[i]);
      place *= WordTable.BASE;
      letters++;
      if (startsPart(b, i, from)) {
        return tails.get(word, letters) == 0 ? -1 : i;
      }
    }
    return -1;
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
