package dev.bauta.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Numbers written in base 58, as Bitcoin (Base58Check: four bytes of a double SHA-256 at the end)
 * and Monero (in blocks of eleven characters) write them.
 */
final class Base58 {

  private static final byte[] BITCOIN =
      values("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");
  private static final byte[] RIPPLE =
      values("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz");

  private static final int CHECK = 4;
  private static final int BLOCK = 8;
  private static final int BLOCK_CHARACTERS = 11;

  // How many bytes the last block of so many characters holds, as far as addresses have them.
  private static final int LAST_CHARACTERS = 7;
  private static final int LAST_BYTES = 5;

  private Base58() {}

  /** Whether all between two positions is in the alphabet, Bitcoin's or Ripple's. */
  static boolean written(byte[] b, int from, int to, boolean ripple) {
    byte[] values = ripple ? RIPPLE : BITCOIN;
    for (int i = from; i < to; i++) {
      if (values[b[i] & 0xFF] < 0) {
        return false;
      }
    }
    return true;
  }

  /** The payload with its version, or null where the check fails. */
  static byte[] checked(byte[] b, int from, int to, boolean ripple) {
    byte[] bytes = decode(b, from, to, ripple ? RIPPLE : BITCOIN);
    int payload = bytes.length - CHECK;
    if (payload < 1) {
      return null;
    }
    byte[] hash = twiceHashed(bytes, payload);
    return Arrays.equals(hash, 0, CHECK, bytes, payload, bytes.length)
        ? Arrays.copyOf(bytes, payload)
        : null;
  }

  /** Monero's blocks, or null where one is too large. */
  static byte[] blocks(byte[] b, int from, int to) {
    int blocks = (to - from) / BLOCK_CHARACTERS;
    byte[] bytes = new byte[blocks * BLOCK + LAST_BYTES];
    int last = from + blocks * BLOCK_CHARACTERS;
    for (int i = 0; i < blocks; i++) {
      block(b, from + i * BLOCK_CHARACTERS, BLOCK_CHARACTERS, bytes, i * BLOCK, BLOCK);
    }
    block(b, last, LAST_CHARACTERS, bytes, blocks * BLOCK, LAST_BYTES);
    return bytes;
  }

  private static void block(byte[] b, int from, int count, byte[] to, int at, int bytes) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = number * 58 + BITCOIN[b[from + i] & 0xFF];
    }
    for (int i = bytes - 1; i >= 0; i--) {
      to[at + i] = (byte) number;
      number >>>= 8;
    }
  }

  private static byte[] decode(byte[] b, int from, int to, byte[] values) {
    byte[] number = new byte[to - from];
    int zeros = 0;
    while (from + zeros < to && values[b[from + zeros] & 0xFF] == 0) {
      zeros++;
    }
    int first = number.length;
    for (int i = from + zeros; i < to; i++) {
      first = times58(number, first, values[b[i] & 0xFF]);
    }
    byte[] bytes = new byte[zeros + number.length - first];
    System.arraycopy(number, first, bytes, zeros, number.length - first);
    return bytes;
  }

  private static int times58(byte[] number, int first, int plus) {
    int carry = plus;
    int i = number.length;
    while (i > first || carry != 0) {
      i--;
      carry += (number[i] & 0xFF) * 58;
      number[i] = (byte) carry;
      carry >>>= 8;
    }
    return i;
  }

  private static byte[] twiceHashed(byte[] bytes, int length) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes, 0, length);
      return sha.digest(sha.digest());
    } catch (NoSuchAlgorithmException never) { // every Java platform has it
      throw new IllegalStateException(never);
    }
  }

  private static byte[] values(String alphabet) {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    return values;
  }
}
