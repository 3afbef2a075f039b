package dev.bauta.engine;

/**
 * Finds e-mail addresses (RFC 5321, the forms that are in use): a local part of atoms joined by
 * dots, {@code @}, and a host name with a top-level domain of letters. A star is no part of it, so
 * a masked address is not found again.
 */
final class EmailDetector {

  private static final int MAX_LOCAL = 64;
  private static final int MAX_DOMAIN = 255;

  private EmailDetector() {}

  /** Adds the addresses of a line, and the names of persons in front of them. */
  static void detect(Line line, Findings out) {
    int floor = Line.PAD; // an address must not reach into the one before it
    for (int w = 0; w < line.words; w++) {
      for (long at = line.places(w, (byte) '@'); at != 0; at &= at - 1) {
        int i = (w << 6) + Long.numberOfTrailingZeros(at) + Line.PAD;
        if (i >= floor) {
          int user = UrlCredentials.detect(line.bytes, i, floor, out);
          floor = user < 0 ? Math.max(floor, address(line, i, floor, out)) : user + 1;
        }
      }
    }
  }

  private static int address(Line line, int at, int floor, Findings out) {
    byte[] b = line.bytes;
    int limit = Line.PAD + line.length;
    int end = domainEnd(b, at + 1, limit);
    int start = end < 0 ? -1 : localStart(b, at, floor);
    if (end < 0 || start < 0 || unusual(b[start - 1])) {
      int whole = WholeAddress.start(b, at, floor);
      int wholeEnd = whole < 0 ? -1 : end > 0 ? end : WholeAddress.end(b, at + 1, limit);
      if (wholeEnd > 0) {
        start = whole;
        end = wholeEnd;
      }
    }
    if (end < 0) {
      start = localStart(b, at, floor);
      end = start < 0 ? -1 : NamedAddress.end(b, start, at);
    }
    if (end < 0 || start < 0) {
      return 0;
    }
    out.add(PiiType.EMAIL, start - Line.PAD, end - Line.PAD, "email");
    if (b[start - 1] == '<' && b[end] == '>') {
      DisplayName.before(b, start - 1, floor, out);
    }
    return end;
  }

  /** Signs that a local part may have, and that stand around addresses more often. */
  private static boolean unusual(byte b) {
    return switch (b) {
      case '!', '/', '?', '&', '{', '}', '|', '`' -> true;
      default -> false;
    };
  }

  private static int localStart(byte[] bytes, int at, int floor) {
    int start = at;
    int limit = Math.max(floor, at - MAX_LOCAL);
    while (start > limit && (local(bytes[start - 1]) || dotted(bytes, start - 1, floor, at))) {
      start--;
    }
    while (start < at && !localFirst(bytes[start])) {
      start++;
    }
    return start < at && bytes[at - 1] != '.' ? start : -1;
  }

  private static boolean dotted(byte[] bytes, int dot, int floor, int at) {
    return bytes[dot] == '.' && dot > floor && dot + 1 < at && local(bytes[dot - 1]);
  }

  // Not all that RFC 5321 allows: = & ? / | { } stand around addresses more often than in them.
  private static boolean local(byte b) {
    return switch (b) {
      case '_', '-', '+', '%', '\'', '~', '!', '#', '$', '^' -> true;
      default -> Ascii.alphanumeric(b) || Ascii.foreign(b);
    };
  }

  // A local part may begin with a sign; in a log the sign is punctuation before the address.
  private static boolean localFirst(byte b) {
    return Ascii.foreign(b) || Ascii.digit(b) || Ascii.letter(b) || b == '_' || b == '+';
  }

  private static int domainEnd(byte[] bytes, int from, int end) {
    int limit = Math.min(end, from + MAX_DOMAIN);
    int lastGood = -1;
    int labelStart = from;
    int i = from;
    boolean dot = false;
    while (i <= limit) {
      byte b = i < limit ? bytes[i] : 0;
      if (Ascii.foreign(b)
          || Ascii.digit(b)
          || Ascii.letter(b)
          || (b == '-' || b == '_') && i > labelStart) {
        i++;
        continue;
      }
      int labelEnd = i;
      while (labelEnd > labelStart && bytes[labelEnd - 1] == '-') {
        labelEnd--;
      }
      if (labelEnd == labelStart) {
        break;
      }
      if (dot && topLevel(bytes, labelStart, labelEnd)) {
        lastGood = labelEnd;
      }
      if (b != '.' || labelEnd != i) {
        break;
      }
      dot = true;
      i++;
      labelStart = i;
    }
    return lastGood;
  }

  private static boolean topLevel(byte[] bytes, int from, int to) {
    if (to - from < 2) {
      return false;
    }
    if (to - from > 4 && bytes[from] == 'x' && bytes[from + 1] == 'n' && bytes[from + 2] == '-') {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] > 0 && !Ascii.letter(bytes[i])) {
        return false;
      }
    }
    return true;
  }
}
