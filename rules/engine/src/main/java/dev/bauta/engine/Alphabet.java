package dev.bauta.engine;

/** The alphabets tokens are written in, each a letter in {@link VendorPrefixes} and a bit here. */
final class Alphabet {

  static final String DIGITS = "0123456789";
  static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static final String SMALLS = "abcdefghijklmnopqrstuvwxyz";

  // Base64 of a row of ASCII digits has one of these as every third character.
  private static final String THIRD_OF_DIGITS = "AEIMQUYcgk";

  private static final String[] BY_NAME = {
    "d", DIGITS,
    "h", DIGITS + "abcdef",
    "H", DIGITS + "abcdefABCDEF",
    "U", DIGITS + CAPITALS,
    "l", DIGITS + SMALLS,
    "w", DIGITS + CAPITALS + SMALLS,
    "b", DIGITS + CAPITALS + SMALLS + "-_",
    "B", DIGITS + CAPITALS + SMALLS + "+/=",
    "t", DIGITS + CAPITALS + SMALLS + "-_=",
    "p", DIGITS + CAPITALS + SMALLS + "-_.",
    "c", DIGITS + CAPITALS + SMALLS + "./",
    "s", DIGITS + CAPITALS + SMALLS + "-_~.",
    "u", "234567" + CAPITALS,
    "q", THIRD_OF_DIGITS,
    "k", "qpzry9x8gf2tvdw0s3jn54khce6mua7l",
    "K", "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
  };

  private static final int[] BITS = bits();

  private Alphabet() {}

  /** The bit of the alphabet of this name. */
  static int bit(char name) {
    for (int i = 0; i < BY_NAME.length; i += 2) {
      if (BY_NAME[i].charAt(0) == name) {
        return 1 << (i >> 1);
      }
    }
    throw new IllegalArgumentException("no alphabet '" + name + "'");
  }

  /** Whether the byte is in the alphabet of this bit. */
  static boolean has(int bit, byte b) {
    return (BITS[b & 0xFF] & bit) != 0;
  }

  private static int[] bits() {
    int[] bits = new int[256];
    for (int i = 0; i < BY_NAME.length; i += 2) {
      String characters = BY_NAME[i + 1];
      for (int c = 0; c < characters.length(); c++) {
        bits[characters.charAt(c)] |= 1 << (i >> 1);
      }
    }
    return bits;
  }
}
