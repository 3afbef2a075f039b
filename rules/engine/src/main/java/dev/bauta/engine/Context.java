package dev.bauta.engine;

/**
 * Words before a bare number that tell what it is. Where the number has a label of its own ({@code
 * phone: 5551234}), the label alone counts; else any word within 40 characters.
 */
final class Context {

  /** A word that names a telephone number. */
  static final long PHONE = 1L << 0;

  /** A word that names a US social security number. */
  static final long SSN = 1L << 1;

  /** A word that goes with telephone numbers, and with much else. */
  static final long CALL = 1L << 2;

  /** The word is the number's own label, behind {@code :} or {@code =}. */
  static final long LABEL = 1L << 3;

  /** A word for a number that a state gives to a person, of any country. */
  static final long NATIONAL_ID = 1L << 4;

  /** A word for a taxpayer's number. */
  static final long TAX_ID = 1L << 5;

  /** A word that names a passport. */
  static final long PASSPORT = 1L << 6;

  /** A word that names a driving licence. */
  static final long LICENCE = 1L << 7;

  /** A word that names a bank account. */
  static final long ACCOUNT = 1L << 8;

  /** A word that names a bank's routing number or sort code. */
  static final long ROUTING = 1L << 9;

  /** A word that names a bank's code (ISO 9362). */
  static final long BIC = 1L << 10;

  /** A word that names a mobile device's number. */
  static final long IMEI = 1L << 11;

  /** A word that names a vehicle's identification number. */
  static final long VEHICLE = 1L << 12;

  /** A word that names a vehicle's plate. */
  static final long PLATE = 1L << 13;

  /** A word that names a place on the globe. */
  static final long GEO = 1L << 14;

  /** A word that names a payment card. */
  static final long CARD = 1L << 15;

  /** A word that names the security code of a card. */
  static final long SECURITY_CODE = 1L << 16;

  /** A word that names the month a card ends. */
  static final long EXPIRY = 1L << 17;

  /** A word that names a health insurance or patient number. */
  static final long HEALTH = 1L << 18;

  /** A word that goes with a date of birth. */
  static final long BIRTH = 1L << 19;

  // Which country's own number a word names, as the index of its type; none or several are 0.
  private static final int COUNTRY_SHIFT = 48;
  private static final long COUNTRY_MASK = 0x3FF;

  private static final int REACH = 40;

  private Context() {}

  /**
   * The index of the type of the country whose own number a word before names, or 0 where none or
   * several are named: index 0 is no country's.
   */
  static int country(long said) {
    return (int) (said >>> COUNTRY_SHIFT & COUNTRY_MASK);
  }

  /** The bits that name a country. */
  static long ofCountry(PiiType type) {
    return (long) type.index() << COUNTRY_SHIFT;
  }

  /** What the words before this position say: none or some of the bits above. */
  static long before(byte[] b, int number) {
    int i = number - 1;
    while (b[i] == ' ' || b[i] == '"' || b[i] == '\'' || b[i] == '(' || b[i] == '\\') {
      i--;
    }
    boolean label = b[i] == ':' || b[i] == '=';
    boolean spaces = b[i] == ':'; // "Phone number: 5551234", but "phone order_id=5551234"
    int floor = Math.max(Line.PAD, number - REACH);
    int end = label ? i - 1 : i;
    if (label && (b[end] == '"' || b[end] == '\'')) {
      end--;
    }
    long said = 0;
    while (end >= floor && (!label || partOfLabel(b[end], spaces)) && !ends(b, end)) {
      if (WordTable.isLetter(b[end])) {
        if (Dictionary.CONTEXT_ENDINGS.mayEnd(b, end + 1)) {
          said = with(said, meaning(b, floor, end));
        }
        end = wordStart(b, end, floor);
      }
      end--;
    }
    return said == 0 || !label ? said : said | LABEL;
  }

  /** Another country's word beside the first says nothing of either. */
  private static long with(long said, long more) {
    return country(said) != 0 && country(more) != 0
        ? said | more & (1L << COUNTRY_SHIFT) - 1
        : said | more;
  }

  private static int wordStart(byte[] b, int end, int floor) {
    int i = end;
    while (i > floor && WordTable.isLetter(b[i - 1]) && !Labels.startsPart(b, i, Line.PAD)) {
      i--;
    }
    return i;
  }

  /** What the longest term of ours says that ends here: of one word, or of several joined ones. */
  private static long meaning(byte[] b, int floor, int end) {
    long word = 0;
    long place = 1;
    int letters = 0;
    long said = 0;
    for (int i = end; i >= floor && letters < WordTable.MAX_LETTERS; i--) {
      if (!WordTable.isLetter(b[i])) {
        if (!joins(b[i]) || joins(b[i - 1])) {
          break;
        }
        continue;
      }
      word += place * WordTable.code(b[i]);
      place *= WordTable.BASE;
      letters++;
      if (Labels.startsPart(b, i, Line.PAD)) {
        int meaning = Dictionary.WORDS.get(word, letters);
        said = meaning == 0 ? said : Dictionary.said(meaning);
      }
    }
    return said;
  }

  /** The end of a sentence or a record: what stands before it is of something else. */
  private static boolean ends(byte[] b, int i) {
    return b[i] == '\n' || b[i] == ';' || b[i] == '|';
  }

  private static boolean joins(byte b) {
    return b == ' ' || b == '_' || b == '-' || b == '.' || b == '\'';
  }

  private static boolean partOfLabel(byte b, boolean spaces) {
    return WordTable.isLetter(b)
        || b == ' ' && spaces
        || b == '_'
        || b == '-'
        || b == '.'
        || Ascii.digit(b)
        || Ascii.foreign(b);
  }
}
