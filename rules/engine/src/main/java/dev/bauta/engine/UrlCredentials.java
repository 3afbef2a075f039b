package dev.bauta.engine;

/**
 * User and password inside a URL (RFC 3986 section 3.2.1): {@code scheme://user:password@host}, in
 * any scheme, and Oracle's {@code jdbc:oracle:thin:user/password@host}. A password may have signs
 * that the standard wants escaped.
 */
final class UrlCredentials {

  private static final int MAX = 512;
  private static final int MIN_TOKEN = 16;

  /** At signs in a password; a row of them must not be walked through for each. */
  private static final int MAX_SIGNS = 8;

  private static final String ORACLE = "jdbc:oracle:";

  private UrlCredentials() {}

  /**
   * Adds what stands between {@code ://} and this sign, if it is a user with a password or a token.
   *
   * @param at of an at sign
   * @param floor nothing before it is looked at
   * @return the at sign behind the credentials, or -1
   */
  static int detect(byte[] b, int at, int floor, Findings out) {
    int start = at;
    int lowest = Math.max(Math.max(floor, Line.PAD), at - MAX);
    int signs = 0;
    while (start > lowest && part(b[start - 1]) && signs < MAX_SIGNS) {
      start--;
      signs += b[start] == '@' ? 1 : 0;
      if (b[start] == '/' && b[start - 1] == '/' && b[start - 2] == ':') {
        out.readsDigits();
        return Ascii.alphanumeric(b[start - 3]) ? authority(b, start + 1, at, out) : -1;
      }
      if (b[start] == 'j' && b[start + 1] == 'd' && b[start + 4] == ':') {
        out.readsDigits();
        return oracle(b, start, at, out);
      }
    }
    return -1;
  }

  private static int authority(byte[] b, int from, int at, Findings out) {
    int end = lastAt(b, at);
    int colon = from;
    while (colon < end && b[colon] != ':') {
      if (b[colon] == '/' || b[colon] == '?' || b[colon] == '#') {
        return -1; // the sign is in the path
      }
      colon++;
    }
    if (colon == end) {
      return tokenLike(b, from, end) ? add(from, end, "url-token", out) : -1;
    }
    if (port(b, colon + 1, end)) {
      return -1;
    }
    if (end == colon + 1 || !hides(b, colon + 1, end)) {
      out.refuse(
          PiiType.URL_CREDENTIALS, from - Line.PAD, end - Line.PAD, "url", "no password in it");
      return -1;
    }
    return add(from, end, "url", out);
  }

  /** {@code //host:8080/path@}: what looks like a password is a port. */
  private static boolean port(byte[] b, int from, int at) {
    int i = from;
    while (i < at && Ascii.digit(b[i])) {
      i++;
    }
    return i < at && (b[i] == '/' || b[i] == '?' || b[i] == '#');
  }

  /** A password may hold the sign itself: the last before the host's end counts. */
  private static int lastAt(byte[] b, int at) {
    int last = at;
    for (int i = at + 1; i - at < MAX && part(b[i]); i++) {
      if (b[i] == '/' || b[i] == '?' || b[i] == '#') {
        break;
      }
      last = b[i] == '@' ? i : last;
    }
    return last;
  }

  /** Not empty, not stars, not a place for a password. */
  private static boolean hides(byte[] b, int from, int to) {
    if (b[from] == '$' && b[from + 1] == '{' || b[from] == '[' && b[to - 1] == ']') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (b[i] != '*') {
        return true;
      }
    }
    return false;
  }

  private static boolean tokenLike(byte[] b, int from, int to) {
    int digits = 0;
    int letters = 0;
    for (int i = from; i < to; i++) {
      if (!Ascii.base64url(b[i]) && b[i] != '.') {
        return false;
      }
      digits += Ascii.digit(b[i]) ? 1 : 0;
      letters += Ascii.letter(b[i]) ? 1 : 0;
    }
    return to - from >= MIN_TOKEN && digits > 1 && letters > 1 && Entropy.random(b, from, to);
  }

  /** Oracle's thin and OCI drivers: the user, a slash and the password before the sign. */
  private static int oracle(byte[] b, int start, int at, Findings out) {
    for (int i = 0; i < ORACLE.length(); i++) {
      if (b[start + i] != ORACLE.charAt(i)) {
        return -1;
      }
    }
    int from = start + ORACLE.length();
    while (from < at && b[from] != ':') {
      from++;
    }
    int slash = ++from;
    while (slash < at && b[slash] != '/') {
      slash++;
    }
    return slash >= at || !hides(b, slash + 1, at) ? -1 : add(from, at, "url-oracle", out);
  }

  private static int add(int from, int to, String rule, Findings out) {
    out.add(PiiType.URL_CREDENTIALS, from - Line.PAD, to - Line.PAD, rule);
    return to;
  }

  private static boolean part(byte b) {
    return b < 0 || b > ' ' && b != '"' && b != '\'' && b != '<' && b != '>' && b != '\\';
  }
}
