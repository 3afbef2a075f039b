package dev.bauta.engine;

/** Questions about one byte of a line. */
final class Ascii {

  /** Stands for a letter past U+00FF. */
  static final byte FOREIGN = (byte) 0xE6;

  private Ascii() {}

  static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean letter(byte b) {
    return b > 0 && (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  }

  static boolean capital(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  static boolean alphanumeric(byte b) {
    return digit(b) || letter(b);
  }

  static boolean wordy(byte b) {
    return b < 0 || digit(b) || letter(b) || b == '_';
  }

  /** The accented letters of Latin-1, and {@link #FOREIGN}. */
  static boolean foreign(byte b) {
    return b >= (byte) 0xC0 && b < 0;
  }

  static boolean hex(byte b) {
    return digit(b) || b > 0 && (b | 0x20) >= 'a' && (b | 0x20) <= 'f';
  }

  static boolean base64url(byte b) {
    return digit(b) || letter(b) || b == '-' || b == '_';
  }

  /** Space, tab, line ends and other control characters. */
  static boolean blank(byte b) {
    return b >= 0 && b <= ' ';
  }
}
