package dev.bauta.engine;

/**
 * Codes of capitals and digits beside a word that names them: {@code passport no. C01X00T47},
 * {@code BIC DEUTDEFF500}. Those that are led to as numbers are {@link NumberDetector}'s.
 */
final class CodesInContext {

  private static final int LEAST = 6;
  private static final int MOST = 17;

  private static final long WORDS =
      Context.PASSPORT | Context.LICENCE | Context.BIC | Context.VEHICLE;

  private CodesInContext() {}

  /** Whether such a code may stand there; false for nearly all tokens of a log. */
  static boolean mayBe(byte[] b, int start, int end) {
    return end - start >= LEAST
        && end - start <= MOST
        && (b[start - 1] == ' ' || b[start - 1] == ':')
        && !joins(b[end])
        && code(b[start])
        && code(b[end - 1])
        && code(b[start + 1]);
  }

  /**
   * Adds the code between two positions, if a word before says what it is; returns its end or 0.
   */
  static int token(byte[] b, int start, int end, Findings out) {
    boolean letter = false;
    for (int i = start; i < end; i++) {
      letter |= Ascii.letter(b[i]);
      if (!code(b[i])) {
        return 0;
      }
    }
    if (!letter) {
      return 0; // a number
    }
    long said = Context.before(b, start) & WORDS;
    if (said == 0) {
      return 0;
    }
    if ((said & Context.BIC) != 0) {
      return BankCodes.bicEnd(b, start) == end ? add(PiiType.BIC, start, end, out) : 0;
    }
    return Math.max(0, LabelledNumbers.codeInContext(b, start, said, out));
  }

  private static int add(PiiType type, int start, int end, Findings out) {
    out.add(type, start - Line.PAD, end - Line.PAD, "context");
    return end;
  }

  private static boolean joins(byte b) {
    return b == '-' || b == '.' || b == '/' || b == '_';
  }

  private static boolean code(byte b) {
    return Ascii.digit(b) || Ascii.capital(b);
  }
}
