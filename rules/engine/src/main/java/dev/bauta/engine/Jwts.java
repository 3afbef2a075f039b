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
    if (!namesAlgorithm(b, from, header)) {
      return -1;
    }
    int last = -1; // the end of the last part that is not empty: a JWE may leave its key out
    int end = header;
    for (int parts = 1; parts < 5 && end < limit && b[end] == '.'; parts++) {
      int next = part(b, end + 1, limit);
      boolean unsigned = parts == 2 && last == end; // its empty signature follows the last dot
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

  private static boolean namesAlgorithm(byte[] b, int from, int to) {
    byte[] json;
    try {
      json = Base64.getUrlDecoder().decode(Arrays.copyOfRange(b, from, to));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
    for (int i = 0; i + 5 <= json.length; i++) {
      if (json[i] == '"'
          && json[i + 1] == 'a'
          && json[i + 2] == 'l'
          && json[i + 3] == 'g'
          && json[i + 4] == '"') {
        return true;
      }
    }
    return false;
  }
}
