package dev.bauta.engine;

/**
 * Leads to the detectors at the places of one line, in order, and keeps how far each of them is
 * done. Can write down what it did, to do the same again for another line of the same shape. Used
 * by one thread at a time.
 */
final class Detectors {

  /** The seventh digit of a run, or the fourth of a last group. */
  static final int NUMBER = 0;

  /** The first digit of what would be the third octet of an address. */
  static final int DOTTED = 1;

  /** Letters or signs among the digits: an IBAN, an identifier, a number in groups. */
  static final int CODE = 2;

  /** Letters and digits side by side, as in the tokens of vendors. */
  static final int TOKEN = 3;

  /** A mark that may stand behind a label of ours. */
  static final int LABEL = 4;

  /** The whole line, for its {@code @} and plus signs. */
  static final int SIGNS = 5;

  /** The whole line, for its colons. */
  static final int COLONS = 6;

  private final Line line;
  private final Findings out;

  // How far each of the detectors is done, and the end of the last number found: positions in
  // bytes.
  private int numbersDone;
  private int numbersFloor;
  private int codesDone;
  private int tokensDone;
  private int labelsDone;

  // Only while a line is learned.
  private LineSteps steps;

  Detectors(Line line, Findings out) {
    this.line = line;
    this.out = out;
  }

  /**
   * Begins a line.
   *
   * @param learned where to write down what is done, or null
   */
  void begin(LineSteps learned) {
    steps = learned;
    numbersDone = 0;
    numbersFloor = Line.PAD;
    codesDone = 0;
    tokensDone = 0;
    labelsDone = 0;
    out.digitsRead();
  }

  /** Looks at one place of a kind. */
  void look(int kind, int at) {
    if (steps == null) {
      detect(kind, at);
      return;
    }
    long before = state();
    detect(kind, at);
    boolean read = out.digitsRead();
    if (read || out.size() != LineSteps.size(before)) {
      steps.add(kind, at, before, state());
    }
  }

  /**
   * Does again what was written down; false where it comes out otherwise with the digits of this
   * line, and then all it found is void.
   */
  boolean repeat(long[] learned) {
    for (int i = 0; i < learned.length; i += LineSteps.STEP) {
      restore(LineSteps.before(learned, i));
      detect(LineSteps.kind(learned, i), LineSteps.at(learned, i));
      if (state() != LineSteps.after(learned, i)) {
        return false;
      }
    }
    return true;
  }

  private long state() {
    return LineSteps.state(
        numbersDone, numbersFloor, codesDone, tokensDone, labelsDone, out.size());
  }

  private void restore(long state) {
    numbersDone = LineSteps.numbersDone(state);
    numbersFloor = LineSteps.numbersFloor(state);
    codesDone = LineSteps.codesDone(state);
    tokensDone = LineSteps.tokensDone(state);
    labelsDone = LineSteps.labelsDone(state);
  }

  private void detect(int kind, int at) {
    switch (kind) {
      case NUMBER -> number(line.bytes, at);
      case DOTTED -> dotted(line.bytes, at);
      case CODE -> code(line.bytes, at);
      case TOKEN -> token(line.bytes, at);
      case LABEL -> label(at);
      case SIGNS -> signs();
      default -> Addresses.colons(line, out);
    }
  }

  private void number(byte[] b, int at) {
    int start = firstDigit(b, at);
    if (at < numbersDone || Ascii.letter(b[start - 1]) || b[start - 1] == '_') {
      return; // no number begins there; what is a code is looked at as one
    }
    int known = out.size();
    detected(known, NumberDetector.detect(b, start, numbersFloor, out));
    if (out.size() == known
        && (Ascii.capital(b[Groups.skip(b, at)]) || Groups.joins(b[start - 1]))) {
      detected(known, NationalIds.bare(b, start, numbersFloor, out));
    }
  }

  private void dotted(byte[] b, int at) {
    if (at < numbersDone) {
      return;
    }
    int known = out.size();
    if (b[at - 1] == '.' && lastOctet(b, at)) {
      detected(known, NumberDetector.detect(b, firstOctet(b, at), numbersFloor, out));
    } else if (b[at - 1] == '-' || b[at] == '-') {
      detected(known, MacAddresses.dashed(b, at, out));
    }
  }

  private void code(byte[] b, int at) {
    if (at < codesDone) {
      return;
    }
    int end = 0;
    if (Ascii.capital(b[at - 2]) && Ascii.capital(b[at - 3])) {
      end = Ibans.detect(b, at - 3, out);
    }
    if (end <= 0) {
      end = NationalIds.bare(b, at, numbersFloor, out);
    }
    if (end <= 0) {
      end = IdentityDocuments.bareVehicle(b, at, out);
    }
    if (end <= 0 && at >= numbersDone) {
      int known = out.size();
      end = NumberDetector.detect(b, firstDigit(b, at), numbersFloor, out);
      detected(known, end);
    }
    codesDone = Math.max(codesDone, end);
  }

  private void token(byte[] b, int at) {
    if (at < tokensDone) {
      return;
    }
    // 2026-11-23T09:12:44.871Z, which most logs begin with
    if (b[at - 1] == 'T' && b[at - 4] == '-' && b[at + 2] == ':') {
      tokensDone = at + 2;
    } else if (b[at] != 'Z' || b[at - 4] != '.') {
      tokensDone = Math.max(tokensDone, VendorSecrets.detect(line, at, out));
    }
  }

  private void label(int mark) {
    if (mark >= labelsDone) {
      labelsDone = Math.max(labelsDone, LabelDetector.detect(line, mark, out));
    }
  }

  private void signs() {
    EmailDetector.detect(line, out); // asks no digit for its value
    InternationalPhones.detect(line, out);
  }

  private void detected(int known, int end) {
    numbersDone = Math.max(numbersDone, end);
    numbersFloor = out.size() > known ? out.end(known) + Line.PAD : numbersFloor;
  }

  /** A dot and a digit behind the third octet. */
  private static boolean lastOctet(byte[] b, int third) {
    int end = Groups.skip(b, third);
    return b[end] == '.' && Ascii.digit(b[end + 1]);
  }

  private static int firstDigit(byte[] b, int at) {
    int start = at;
    while (Ascii.digit(b[start - 1])) {
      start--;
    }
    return start;
  }

  private static int firstOctet(byte[] b, int third) {
    return firstDigit(b, firstDigit(b, third - 2) - 2);
  }
}
