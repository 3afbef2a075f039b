package dev.bauta.engine;

import java.util.Arrays;
import java.util.Base64;

/**
 * JSON web tokens (RFC 7519; JWS of three parts, JWE of five): base64url parts joined by dots whose
 * first one is a JSON object with an {@code alg}.
 */
final class Jwts {

  private static final int MIN_HEADER = 16;
  private static final int MAX_HEADER = 4096;

  private Jwts() {}

  /** Adds the token that begins here; returns its end, or 0 or less where none does. */
  static int tokenAt(Line line, int start, Findings out) {
    if (Ascii.base64url(line.bytes[start - 1])) {
      return 0;
    }
    int end = end(line.bytes, start, Line.PAD + line.length);
    if (end > 0) {
      out.add(PiiType.JWT, start - Line.PAD, end - Line.PAD, "jwt");
    }
    return end;
  }

  private static int end(byte[] b, int from, int limit) {
    int header = part(b, from, limit);
    if (header - from < MIN_HEADER || header - from > MAX_HEADER || b[header] != '.') {
      return -1;
    }
    byte[] json = decoded(b, from, header);
    if (!holds(json, "\"alg\"")) {
      return -1;
    }
    int last = -1; // the end of the last part that is not empty: a JWE may leave its key out
    int end = header;
    for (int parts = 1; parts < 5 && end < limit && b[end] == '.'; parts++) {
      int next = part(b, end + 1, limit);
      // without a signature the last dot is the token's own, not the sentence's
      boolean unsigned = parts == 2 && last == end && holds(json, "none");
      last = next > end + 1 || unsigned ? next : last;
      end = next;
    }
    return last;
  }

  private static int part(byte[] b, int from, int limit) {
    int i = from;
    while (i < limit && Ascii.base64url(b[i])) {
      i++;
    }
    return i;
  }

  private static byte[] decoded(byte[] b, int from, int to) {
    try {
      return Base64.getUrlDecoder().decode(Arrays.copyOfRange(b, from, to));
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static boolean holds(byte[] json, String ascii) {
    for (int i = 0; i + ascii.length() <= json.length; i++) {
      int n = 0;
      while (n < ascii.length() && json[i + n] == ascii.charAt(n)) {
        n++;
      }
      if (n == ascii.length()) {
        return true;
      }
    }
    return false;
  }
}
