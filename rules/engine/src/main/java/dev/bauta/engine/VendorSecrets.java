package dev.bauta.engine;

/**
 * Finds what is secret by its own look: tokens that begin as their vendor's do, what stands behind
 * {@code Bearer}, the body of a private key, an address of a crypto currency. Called at a token in
 * which letters and digits mix; lets go of most after one look into a table.
 */
final class VendorSecrets {

  // What a token is made of, and the signs that join tokens to longer ones.
  private static final int WORD = 1;
  private static final int JOINT = 2;
  private static final byte[] KINDS = kinds();

  // How much of an escape a token seems to begin with: the n of \\n, the 3D of %3D.
  private static final byte[] ESCAPES = new byte[256];

  /** How far before the token a prefix may stand that is joined to it: a webhook's host. */
  private static final int JOINED = 80;

  /** A longer token has no prefix we know, or it was looked at before. */
  private static final int LONGEST = 1024;

  static {
    ESCAPES['\\'] = 1;
    ESCAPES['%'] = 2;
  }

  private VendorSecrets() {}

  /**
   * Adds what is secret around this place.
   *
   * @param at some byte inside a token
   * @return behind what needs no second look, past {@code at}
   */
  static int detect(Line line, int at, Findings out) {
    byte[] b = line.bytes;
    int start = at;
    int floor = Math.max(Line.PAD, at - LONGEST);
    while (start > floor && KINDS[b[start - 1] & 0xFF] == WORD) {
      start--;
    }
    int found = begins(line, start, at, out);
    int whole = start;
    if (found == 0 && joint(b[start - 1])) {
      found = joined(line, start, at, out);
      whole = Math.abs(found);
    }
    return found > 0 ? found : bare(line, whole, start, at, out);
  }

  /**
   * Looks at the tokens joined before this one, back to the first: the end of what is found, or
   * where they begin, negative.
   */
  private static int joined(Line line, int from, int at, Findings out) {
    byte[] b = line.bytes;
    int floor = Math.max(Line.PAD, from - JOINED);
    int start = from;
    int kind = JOINT;
    while (kind != 0 && start > floor) {
      start--;
      kind = KINDS[b[start - 1] & 0xFF];
      if (kind != WORD && KINDS[b[start] & 0xFF] == WORD) {
        int found = begins(line, start, at, out);
        if (found != 0) {
          return found;
        }
      }
    }
    return -start;
  }

  /** The end of a token of a known form that begins here and reaches past {@code at}, or 0. */
  private static int begins(Line line, int from, int at, Findings out) {
    byte[] b = line.bytes;
    int start = from + ESCAPES[b[from - 1] & 0xFF];
    if (Ascii.digit(b[start]) || Ascii.digit(b[start + 1]) || Ascii.digit(b[start + 2])) {
      out.readsDigits();
    }
    int entry = VendorTable.first(b, start);
    if (entry == 0) {
      return 0;
    }
    out.readsDigits();
    if (b[start] == 'e' && b[start + 1] == 'y' && b[start + 2] == 'J') {
      int jwt = Jwts.tokenAt(line, start, out);
      if (jwt > at) {
        return jwt;
      }
    }
    return VendorMatch.token(line, start, at, entry, out);
  }

  /** A token without a prefix. */
  private static int bare(Line line, int whole, int start, int at, Findings out) {
    byte[] b = line.bytes;
    int end = at;
    while (KINDS[b[end] & 0xFF] == WORD) {
      end++;
    }
    if (end == at) {
      return at + 1;
    }
    int found = BareSecrets.token(line, whole, start, end, out);
    return found > at ? found : end;
  }

  /** Whether the byte may be inside a token, not counting the signs that join. */
  static boolean word(byte b) {
    return KINDS[b & 0xFF] == WORD;
  }

  /** Whether the byte is one of the signs that join tokens: {@code . ~ + / $}. */
  static boolean joint(byte b) {
    return KINDS[b & 0xFF] == JOINT;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    String word = Alphabet.DIGITS + Alphabet.CAPITALS + Alphabet.SMALLS + "-_";
    for (int i = 0; i < word.length(); i++) {
      kinds[word.charAt(i)] = WORD;
    }
    String joints = ".~+/$";
    for (int i = 0; i < joints.length(); i++) {
      kinds[joints.charAt(i)] = JOINT;
    }
    return kinds;
  }
}
