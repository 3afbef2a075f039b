package dev.bauta.engine;

/**
 * Check digits, computed over the bytes of a line; characters that are no digits are passed over.
 */
final class Checksums {

  private Checksums() {}

  /** The Luhn check (ISO/IEC 7812-1 annex B) over the digits between two positions. */
  static boolean luhn(byte[] bytes, int from, int to) {
    int sum = 0;
    boolean twice = false;
    for (int i = to - 1; i >= from; i--) {
      if (!Ascii.digit(bytes[i])) {
        continue;
      }
      int digit = bytes[i] - '0';
      if (twice) {
        digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
      }
      sum += digit;
      twice = !twice;
    }
    return sum % 10 == 0;
  }

  /**
   * The remainder by 97 of an IBAN's digits and letters (ISO 7064), the first four moved behind.
   */
  static boolean mod97(byte[] bytes, int from, int to) {
    int head = from;
    for (int seen = 0; seen < 4; head++) {
      seen += Ascii.digit(bytes[head]) || Ascii.letter(bytes[head]) ? 1 : 0;
    }
    return remainder(bytes, from, head, remainder(bytes, head, to, 0)) == 1;
  }

  private static int remainder(byte[] bytes, int from, int to, int start) {
    int remainder = start;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (Ascii.digit(b)) {
        remainder = (remainder * 10 + b - '0') % 97;
      } else if (Ascii.letter(b)) {
        remainder = (remainder * 100 + (b | 0x20) - 'a' + 10) % 97;
      }
    }
    return remainder;
  }
}
