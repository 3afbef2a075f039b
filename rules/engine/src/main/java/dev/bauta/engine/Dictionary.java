package dev.bauta.engine;

/**
 * What names mean: {@code telefonnummer} a telephone, {@code num_ss} a number of France's social
 * security. Made of the lists of words once, when the first text is looked at.
 */
final class Dictionary {

  /** Where a meaning holds: before a value in text. */
  static final int TEXT = 1;

  /** As the name of a column, a key, a property. */
  static final int PLACE = 2;

  /**
   * Only alone, or behind a word that changes nothing: {@code billing_address}, not {@code
   * web_address}.
   */
  static final int PART = 4;

  /** Only of a person: {@code customer_name}, not {@code file_name}. */
  static final int PERSON = 8;

  static final WordTable WORDS = new WordTable(2048);
  static final WordTable GLUED = WordTable.of(LabelWords.GLUED);
  static final WordTable TAILS = WordTable.of(LabelWords.TAILS + " " + LabelWords.NUMBER_TAILS);
  static final WordTable QUESTIONS = WordTable.of(LabelWords.QUESTIONS);
  static final WordTable PERSONS = WordTable.of(LabelWords.PERSONS);
  static final WordTable TABLES = WordTable.of(LabelWords.TABLES);
  static final WordTable NEUTRAL = WordTable.of(LabelWords.NEUTRAL);

  /** Endings of the words that may stand before a mark, and of those that give a number meaning. */
  static final Endings LABEL_ENDINGS = new Endings();

  static final Endings CONTEXT_ENDINGS = new Endings();

  private static final int SHORTEST_FREE = 5;
  private static final PiiType[] TYPES = new PiiType[200];
  private static final int[] WHERE = new int[200];
  private static final long[] SAID = new long[200];
  private static int size;

  static {
    add("secret T", LabelWords.SECRET);
    addAll(NumberWords.ROWS);
    addAll(NationalWords.ROWS);
    addAll(PersonWords.ROWS);
    LABEL_ENDINGS.addAll(LabelWords.GLUED);
    LABEL_ENDINGS.addAll(LabelWords.TAILS);
    LABEL_ENDINGS.addAll(LabelWords.NUMBER_TAILS);
    CONTEXT_ENDINGS.addAll(LabelWords.NUMBER_TAILS);
  }

  private Dictionary() {}

  /** The type of a meaning, or null: some words have a meaning beside numbers only. */
  static PiiType type(int meaning) {
    return TYPES[meaning];
  }

  /** The bits above. */
  static int where(int meaning) {
    return WHERE[meaning];
  }

  /** What a word of this meaning says of a number near it: bits of {@link Context}. */
  static long said(int meaning) {
    return SAID[meaning];
  }

  private static void addAll(String[] rows) {
    for (int i = 0; i < rows.length; i += 2) {
      add(rows[i], rows[i + 1]);
    }
  }

  private static void add(String head, String words) {
    int space = head.indexOf(' ');
    String id = head.substring(0, space);
    size++;
    TYPES[size] = typeOf(id);
    WHERE[size] = where(head, space + 1);
    SAID[size] = said(id, TYPES[size]);
    WORDS.addAll(words, size);
    if ((WHERE[size] & TEXT) != 0) {
      LABEL_ENDINGS.addAll(words);
    }
    if (SAID[size] != 0) {
      CONTEXT_ENDINGS.addAll(words);
    }
  }

  private static PiiType typeOf(String id) {
    return switch (id) {
      case "none", "call" -> null;
      case "tax-id" -> PiiType.NATIONAL_ID;
      default -> PiiType.of(id);
    };
  }

  // T: in text and in places; C: in places; P, O: as PART and PERSON; X: only beside numbers.
  private static int where(String head, int from) {
    int where = 0;
    for (int i = from; i < head.length(); i++) {
      where |=
          switch (head.charAt(i)) {
            case 'T' -> TEXT | PLACE;
            case 'C' -> PLACE;
            case 'P' -> PART | PLACE;
            case 'O' -> PERSON | TEXT | PLACE;
            default -> 0;
          };
    }
    return where;
  }

  private static long said(String id, PiiType type) {
    if (id.startsWith("national-id-")) {
      return Context.NATIONAL_ID | Context.ofCountry(type);
    }
    return switch (id) {
      case "phone" -> Context.PHONE;
      case "call" -> Context.CALL;
      case "us-ssn" -> Context.SSN;
      case "national-id" -> Context.NATIONAL_ID;
      case "tax-id" -> Context.NATIONAL_ID | Context.TAX_ID;
      case "passport" -> Context.PASSPORT;
      case "driving-licence" -> Context.LICENCE;
      case "bank-account" -> Context.ACCOUNT;
      case "us-bank-routing" -> Context.ROUTING;
      case "bic" -> Context.BIC;
      case "imei" -> Context.IMEI;
      case "vehicle-id" -> Context.VEHICLE;
      case "licence-plate" -> Context.PLATE;
      case "geo-coordinates" -> Context.GEO;
      case "payment-card" -> Context.CARD;
      case "card-security-code" -> Context.SECURITY_CODE;
      case "card-expiry" -> Context.EXPIRY;
      case "health" -> Context.HEALTH;
      case "date-of-birth" -> Context.BIRTH;
      default -> 0;
    };
  }

  /** Free text has no form to be checked by: there a short word is too often one of a program. */
  static boolean tooShort(int meaning, int letters) {
    PiiType type = TYPES[meaning];
    return letters < SHORTEST_FREE && (type == PiiType.ADDRESS || type == PiiType.NAME);
  }
}
