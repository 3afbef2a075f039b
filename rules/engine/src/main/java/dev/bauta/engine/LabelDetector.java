package dev.bauta.engine;

/**
 * Finds values by their label: {@code password=…}, {@code "token": "…"}, {@code firstName: …},
 * {@code Authorization: Bearer …}, {@code <iban>…</iban>}, {@code Customer[name=…]}.
 */
final class LabelDetector {

  // What may stand between a label's letters and its mark.
  private static final boolean[] LOOSE = loose();

  /** How far before a label the name of its object is looked for. */
  private static final int OBJECT = 160;

  private LabelDetector() {}

  /** Whether a label of ours may stand before a mark; mostly not, and that is cheap to say. */
  static boolean mayBeAt(byte[] b, int mark) {
    byte before = b[mark - 1];
    return before < 0 || Ascii.letter(before)
        ? Dictionary.LABEL_ENDINGS.mayEnd(b, mark)
        : LOOSE[before];
  }

  /** Looks at the label before a mark; returns the end of the value found, or 0. */
  static int detect(Line line, int mark, Findings out) {
    byte[] b = line.bytes;
    int end = labelEnd(b, mark);
    int last = end;
    while (Ascii.digit(b[last - 1]) || b[last - 1] == '_') {
      last--;
    }
    return Dictionary.LABEL_ENDINGS.mayEnd(b, last) ? labelled(line, mark, end, out) : 0;
  }

  /** Behind the label's last character. */
  private static int labelEnd(byte[] b, int mark) {
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
    return i;
  }

  private static int labelled(Line line, int mark, int end, Findings out) {
    byte[] b = line.bytes;
    byte sign = b[mark];
    if (sign != '=' && sign != ':' && sign != '>') {
      return 0;
    }
    int floor = Math.max(Line.PAD, end - Labels.MAX);
    long found = Labels.find(b, floor, end);
    if (found == 0) {
      return 0;
    }
    if (sign == '>' && !opensElement(b, floor, end)) {
      return 0;
    }
    PiiType type = Labels.type(b, floor, found, Dictionary.TEXT, false);
    if (type != null) {
      out.readsDigits();
      return value(line, mark, end, type, out);
    }
    PiiType ofPerson = Labels.type(b, floor, found, Dictionary.TEXT, true);
    return ofPerson == null ? 0 : ofPerson(line, mark, (int) (found >>> 32), ofPerson, out);
  }

  /**
   * {@code name} or {@code city} of an object whose class is a person's; a name also in JSON or
   * XML, where it may be one.
   */
  private static int ofPerson(Line line, int mark, int label, PiiType type, Findings out) {
    byte[] b = line.bytes;
    int from = valueStart(b, mark);
    if (objectIsPerson(b, label)) {
      out.readsDigits();
      return TextValue.at(line, from, false, type, out);
    }
    boolean maybe = type == PiiType.NAME && (b[label - 1] == '"' || b[label - 1] == '<');
    if (!maybe) {
      return 0;
    }
    out.readsDigits();
    return TextValue.likelyName(line, from, out);
  }

  /** {@code <name>}, not {@code a -> b} and not {@code </name>}. */
  private static boolean opensElement(byte[] b, int floor, int end) {
    int start = end;
    while (start > floor
        && (Ascii.wordy(b[start - 1]) || b[start - 1] == '-' || b[start - 1] == '.')) {
      start--;
    }
    return b[start - 1] == '<';
  }

  private static int value(Line line, int mark, int end, PiiType type, Findings out) {
    if (type == PiiType.SECRET || type == PiiType.SESSION_ID) {
      return SecretValue.find(line, mark, end, type, out);
    }
    int from = valueStart(line.bytes, mark);
    if (type == PiiType.PHONE) {
      return Phones.labelled(line, from, out);
    }
    if (TextValue.is(type)) {
      return TextValue.at(line, from, line.bytes[mark] == ':', type, out);
    }
    return type == PiiType.US_SSN || type == PiiType.NATIONAL_ID || NationalIds.is(type)
        ? NationalIds.labelled(line, from, type, out)
        : LabelledNumbers.at(line, from, type, out);
  }

  /** {@code Customer[id=7, name=} and {@code User{name=}. */
  private static boolean objectIsPerson(byte[] b, int label) {
    int floor = Math.max(Line.PAD, label - OBJECT);
    for (int i = label - 1; i > floor; i--) {
      if (b[i] == '}' || b[i] == ']' || b[i] == ')' || b[i] == '\n') {
        return false;
      }
      if (b[i] == '{' || b[i] == '[' || b[i] == '(') {
        return Labels.partBefore(b, floor, i, Dictionary.PERSONS);
      }
    }
    return false;
  }

  /** Behind the blanks, the second sign of an arrow and the quote. */
  private static int valueStart(byte[] b, int mark) {
    int i = mark + 1;
    while (i < mark + 5 && (Ascii.blank(b[i]) && b[i] != 0 || b[i] == '>' || b[i] == '=')) {
      i++;
    }
    if (b[i] == '\\' && (b[i + 1] == '"' || b[i + 1] == '\'')) {
      i++;
    }
    return b[i] == '"' || b[i] == '\'' ? i + 1 : i;
  }

  private static boolean[] loose() {
    boolean[] loose = new boolean[128];
    String signs = " \"'_0123456789";
    for (int i = 0; i < signs.length(); i++) {
      loose[signs.charAt(i)] = true;
    }
    return loose;
  }
}
