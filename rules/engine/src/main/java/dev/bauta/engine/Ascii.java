package dev.bauta.engine;

/** Questions about one byte of a line. */
final class Ascii {

  private Ascii() {}

  static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean letter(byte b) {
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z' && b > 0;
  }

  /** Letters of any script count: whatever is not ASCII. */
  static boolean wordy(byte b) {
    return b < 0 || digit(b) || letter(b) || b == '_';
  }

  static boolean hex(byte b) {
    return digit(b) || (b | 0x20) >= 'a' && (b | 0x20) <= 'f';
  }

  static boolean base64url(byte b) {
    return digit(b) || letter(b) || b == '-' || b == '_';
  }
}
