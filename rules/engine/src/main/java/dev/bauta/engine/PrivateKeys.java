package dev.bauta.engine;

/**
 * Private keys in PEM form (RFC 7468, RFC 1421, RFC 4880 section 6), OpenSSH's and PGP's among
 * them: from {@code -----BEGIN} to the end of {@code -----END}, also on one line with the line ends
 * written as {@code \n}. Found by their body; also a line of it alone, as where each is an event.
 */
final class PrivateKeys {

  // Headers between the first line and the body: Proc-Type, DEK-Info, Version, Comment.
  private static final int MAX_HEADERS = 320;
  private static final int MAX_LABEL = 40;
  private static final int MAX_INDENT = 24;

  private static final int LINE = 64;
  private static final int OPENSSH_LINE = 70;
  private static final int LONGEST_LINE = 76;

  private static final int DIGIT = 1;
  private static final int CAPITAL = 2;
  private static final int SMALL = 4;

  // 64 characters of 64 have 5.1 bits on the average, words joined by slashes 4.
  private static final int MIN_ENTROPY = 9 * Entropy.BIT / 2;

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String KEY = "PRIVATE KEY";

  private PrivateKeys() {}

  /** Whether a body may begin here: behind dashes, an empty line or a header; mostly false. */
  static boolean mayBegin(byte[] b, int start) {
    byte second = b[start - 2];
    return switch (b[start - 1]) {
      case '\n', '\r' -> second == '-' || Ascii.blank(second);
      case '\\' -> second == '-' || second == 'n' || second == 'r' || second == '\\';
      case ' ' -> second == '-' || second == ' ' ? indented(b, start) : foldedIn(b, start);
      case ',' -> second == 'C'; // DEK-Info: AES-256-CBC,…
      default -> false;
    };
  }

  private static boolean indented(byte[] b, int start) {
    int i = start - 1;
    while (start - i < MAX_INDENT && b[i] > 0 && Ascii.blank(b[i])) {
      i--;
    }
    return b[i] == '-';
  }

  private static boolean foldedIn(byte[] b, int start) {
    return begins(b, start, "KEY-----") || begins(b, start, "BLOCK-----");
  }

  /** Adds the key whose body begins here, if it is one; returns its end, or 0. */
  static int body(Line line, int start, Findings out) {
    byte[] b = line.bytes;
    int floor = Math.max(Line.PAD, start - MAX_HEADERS);
    for (int i = start - BEGIN.length(); i >= floor; i--) {
      if (b[i] == '-' && begins(b, i, BEGIN)) {
        return isPrivate(b, i + BEGIN.length()) ? block(line, i, out) : 0;
      }
      if (b[i] == '-' && begins(b, i, END)) {
        return 0;
      }
    }
    return 0;
  }

  /** Whether what begins here may be {@link #lineOfBody}; false for nearly all tokens. */
  static boolean mayBeLine(Line line, int start) {
    int left = line.length - (start - Line.PAD);
    byte[] b = line.bytes;
    return left >= LINE
        && base64(b[start + LINE - 1])
        && (start == Line.PAD || b[start - 1] == ' ');
  }

  /**
   * Adds the line of a key that was logged line by line: from here to the end of the text, as long
   * as such lines are written, 64 characters (RFC 7468 section 2), 70 (OpenSSH) or 76. Returns its
   * end, or 0.
   */
  static int lineOfBody(Line line, int start, Findings out) {
    byte[] b = line.bytes;
    int kinds = 0;
    int end = start;
    while (base64(b[end])) {
      kinds |= Ascii.digit(b[end]) ? DIGIT : Ascii.capital(b[end]) ? CAPITAL : SMALL;
      if (++end - start > LONGEST_LINE) {
        return 0;
      }
    }
    int length = end - start;
    if (length != LINE && length != OPENSSH_LINE && length != LONGEST_LINE
        || kinds != (DIGIT | CAPITAL | SMALL)
        || !endsText(line, end)
        || Entropy.of(b, start, end) < MIN_ENTROPY) {
      return 0;
    }
    out.add(PiiType.PRIVATE_KEY, start - Line.PAD, end - Line.PAD, "pem-line");
    return end;
  }

  private static boolean endsText(Line line, int end) {
    int limit = Line.PAD + line.length;
    int i = end;
    while (i < limit && Ascii.blank(line.bytes[i])) {
      i++;
    }
    return i == limit;
  }

  private static boolean base64(byte b) {
    return Ascii.alphanumeric(b) || b == '+' || b == '/';
  }

  /** Whether the first line of a private key is here. */
  static boolean beginsAt(byte[] b, int from) {
    return begins(b, from, BEGIN) && isPrivate(b, from + BEGIN.length());
  }

  /** Adds the key whose first line is here; returns its end. */
  static int block(Line line, int from, Findings out) {
    int end = end(line, from + BEGIN.length());
    out.add(PiiType.PRIVATE_KEY, from - Line.PAD, end - Line.PAD, "pem");
    return end;
  }

  private static int end(Line line, int from) {
    byte[] b = line.bytes;
    int limit = Line.PAD + line.length;
    int i = from;
    while (i < limit && partOfBlock(b[i])) {
      if (b[i] == '-' && begins(b, i, END)) {
        return behindDashes(b, i + END.length(), limit);
      }
      i++;
    }
    return i; // cut off: all that may be of the key
  }

  private static int behindDashes(byte[] b, int from, int limit) {
    int i = from;
    while (i < limit && i - from < MAX_LABEL && b[i] != '-') {
      i++;
    }
    int dashes = i;
    while (i < limit && i - dashes < 5 && b[i] == '-') {
      i++;
    }
    return i;
  }

  private static boolean partOfBlock(byte b) {
    return Ascii.alphanumeric(b)
        || Ascii.blank(b)
        || b == '+'
        || b == '/'
        || b == '='
        || b == '-'
        || b == '\\'
        || b == ':'
        || b == ','
        || b == '('
        || b == ')'
        || b == '<'
        || b == '>'
        || b == '@'
        || b == '.';
  }

  private static boolean isPrivate(byte[] b, int from) {
    for (int i = from; i - from < MAX_LABEL && b[i] != '-'; i++) {
      if (b[i] == 'P' && begins(b, i, KEY)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(byte[] b, int from, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (b[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
