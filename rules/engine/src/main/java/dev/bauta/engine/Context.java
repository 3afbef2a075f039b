package dev.bauta.engine;

import java.nio.charset.StandardCharsets;

/** Words shortly before a bare number that tell what it is. */
final class Context {

  static final byte[][] PHONE =
      words(
          "phone", "mobile", "mobil", "telefon", "tel", "cell", "fax", "call", "contact", "handy");
  static final byte[][] SSN = words("ssn", "social security", "social-security", "social_security");

  private static final int REACH = 32;

  private Context() {}

  /** Whether one of the words stands within 32 characters before this position. */
  static boolean says(byte[] b, int from, byte[][] words) {
    int floor = Math.max(Line.PAD, from - REACH);
    for (int i = floor; i < from; i++) {
      for (byte[] word : words) {
        if ((b[i] | 0x20) == word[0] && matches(b, i, from, word)) {
          return true;
        }
      }
    }
    return false;
  }

  // "tel" in "hotel" or "telemetry" says nothing; "phoneNumber" and "homePhone" do.
  private static boolean matches(byte[] b, int at, int limit, byte[] word) {
    if (at + word.length > limit) {
      return false;
    }
    for (int i = 1; i < word.length; i++) {
      byte lower = Ascii.letter(b[at + i]) ? (byte) (b[at + i] | 0x20) : b[at + i];
      if (lower != word[i]) {
        return false;
      }
    }
    byte before = b[at - 1];
    byte after = b[at + word.length];
    boolean begins = !Ascii.letter(before) || capital(b[at]) && !capital(before);
    boolean ends = !Ascii.letter(after) || capital(after) || after == 's';
    return begins && ends;
  }

  private static boolean capital(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  private static byte[][] words(String... words) {
    byte[][] bytes = new byte[words.length][];
    for (int i = 0; i < words.length; i++) {
      bytes[i] = words[i].getBytes(StandardCharsets.US_ASCII);
    }
    return bytes;
  }
}
