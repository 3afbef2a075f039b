package dev.bauta.engine;

import java.util.Arrays;

/**
 * Bech32 and Bech32m (BIP 173, BIP 350): a name, {@code 1}, and base-32 characters whose last six
 * are a check. One case throughout.
 */
final class Bech32 {

  private static final String CHARACTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final byte[] VALUES = values();
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3,
  };

  private static final int PLAIN = 1;
  private static final int MODIFIED = 0x2bc830a3;
  private static final int CHECK = 6;
  private static final int MAX_VERSION = 16;

  private Bech32() {}

  /**
   * Whether this is a witness program's address. Version 0 has a program of 20 or 32 bytes and the
   * older check; the others are taken with either, as they were written before BIP 350.
   *
   * @param separator of the {@code 1} behind the name
   */
  static boolean witness(byte[] b, int from, int separator, int to) {
    int characters = to - separator - 2 - CHECK;
    int bytes = characters * 5 / 8;
    if (bytes < 2 || bytes > 40 || characters * 5 % 8 > 4) {
      return false;
    }
    int version = value(b[separator + 1]);
    int check = check(b, from, separator, to);
    if (version == 0) {
      return check == PLAIN && (bytes == 20 || bytes == 32);
    }
    return version <= MAX_VERSION && (check == PLAIN || check == MODIFIED);
  }

  /** Whether the check of the older form is right, whatever is written. */
  static boolean plain(byte[] b, int from, int separator, int to) {
    return check(b, from, separator, to) == PLAIN;
  }

  private static int check(byte[] b, int from, int separator, int to) {
    int check = 1;
    boolean small = false;
    boolean capital = false;
    for (int i = from; i < separator; i++) {
      check = step(check) ^ (b[i] | 0x20) >>> 5;
    }
    check = step(check);
    for (int i = from; i < separator; i++) {
      check = step(check) ^ b[i] & 31;
    }
    for (int i = separator + 1; i < to; i++) {
      int value = value(b[i]);
      if (value < 0) {
        return 0;
      }
      small |= b[i] >= 'a';
      capital |= Ascii.capital(b[i]);
      check = step(check) ^ value;
    }
    small |= b[from] >= 'a';
    capital |= Ascii.capital(b[from]);
    return small && capital ? 0 : check;
  }

  private static int step(int check) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >>> i & 1) != 0 ? GENERATOR[i] : 0;
    }
    return next;
  }

  private static int value(byte b) {
    return VALUES[b & 0xFF];
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < CHARACTERS.length(); i++) {
      char c = CHARACTERS.charAt(i);
      values[c] = (byte) i;
      values[Character.toUpperCase(c)] = (byte) i;
    }
    return values;
  }
}
