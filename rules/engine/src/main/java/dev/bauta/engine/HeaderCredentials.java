package dev.bauta.engine;

/** Credentials behind the name of their scheme alone: {@code Bearer 2YotnFZFEjr1zCsicMWpAA}. */
final class HeaderCredentials {

  private static final int MIN = 15;

  private HeaderCredentials() {}

  /** Whether the name of a scheme may end before this; mostly false. */
  static boolean mayBegin(byte[] b, int start) {
    int last = b[start - 2] | 0x20;
    return b[start - 1] == ' ' && (last == 'r' || last == 'c');
  }

  /** Adds the token that begins here where a scheme's name stands before it; returns its end. */
  static int behind(Line line, int start, Findings out) {
    byte[] b = line.bytes;
    boolean bearer = endsWith(b, start - 1, "bearer");
    if (!bearer && !endsWith(b, start - 1, "basic")) {
      return 0;
    }
    int end = start;
    int limit = Line.PAD + line.length;
    while (end < limit && credential(b[end])) {
      end++;
    }
    while (b[end - 1] == '.') {
      end--;
    }
    if (end - start < MIN || !bearer && !hasColon(b, start, end)) {
      return 0;
    }
    out.add(PiiType.SECRET, start - Line.PAD, end - Line.PAD, bearer ? "bearer" : "basic");
    return end;
  }

  /** The characters of RFC 6750 {@code b64token}. */
  private static boolean credential(byte b) {
    return VendorSecrets.word(b) || VendorSecrets.joint(b) && b != '$' || b == '=';
  }

  private static boolean endsWith(byte[] b, int end, String word) {
    int from = end - word.length();
    if (from < Line.PAD || Ascii.wordy(b[from - 1])) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((b[from + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the Base64 text says {@code user:password} (RFC 7617). */
  private static boolean hasColon(byte[] b, int from, int to) {
    int bits = 0;
    int held = 0;
    for (int i = from; i < to && b[i] != '='; i++) {
      bits = bits << 6 | sextet(b[i]);
      held += 6;
      if (held >= 8) {
        held -= 8;
        if ((bits >>> held & 0xFF) == ':') {
          return true;
        }
      }
    }
    return false;
  }

  private static int sextet(byte b) {
    if (Ascii.digit(b)) {
      return b - '0' + 52;
    }
    if (Ascii.letter(b)) {
      return Ascii.capital(b) ? b - 'A' : b - 'a' + 26;
    }
    return b == '+' || b == '-' ? 62 : 63;
  }
}
