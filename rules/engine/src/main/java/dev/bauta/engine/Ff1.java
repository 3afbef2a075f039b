package dev.bauta.engine;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * FF1, format-preserving encryption (NIST SP 800-38G, algorithm 7): a permutation of all numbers of
 * the same count of digits, chosen by a key and a tweak. Thread-safe: one cipher a thread.
 */
final class Ff1 {

  private static final int ROUNDS = 10;
  private static final int BLOCK = 16;

  private final CipherPerThread ciphers;
  private final int radix;

  /**
   * @param key of AES
   * @param radix 2 to 65536
   */
  Ff1(Key key, int radix) {
    this.ciphers = new CipherPerThread(key);
    this.radix = radix;
  }

  /**
   * The number that stands for this one.
   *
   * @param value below radix to the power of length
   * @param length count of digits; there must be a million numbers of this length, or guessing all
   *     of them is too easy (SP 800-38G revision 1, section 4)
   */
  BigInteger encrypt(BigInteger value, int length, byte[] tweak) {
    int u = length / 2;
    int v = length - u;
    BigInteger sizeU = BigInteger.valueOf(radix).pow(u);
    BigInteger sizeV = BigInteger.valueOf(radix).pow(v);
    int b = (sizeV.subtract(BigInteger.ONE).bitLength() + 7) / 8;
    int d = 4 * ((b + 3) / 4) + 4;
    byte[] input = input(length, u, b, tweak);
    BigInteger[] halves = value.divideAndRemainder(sizeV);
    for (int round = 0; round < ROUNDS; round++) {
      fillRound(input, round, b, halves[1]);
      BigInteger y = new BigInteger(1, stretch(input, d));
      BigInteger c = halves[0].add(y).mod(round % 2 == 0 ? sizeU : sizeV);
      halves[0] = halves[1];
      halves[1] = c;
    }
    return halves[0].multiply(sizeV).add(halves[1]);
  }

  /** P and Q of the standard in one array; the last b + 1 bytes change with the round. */
  private byte[] input(int length, int u, int b, byte[] tweak) {
    int padding = Math.floorMod(-tweak.length - b - 1, BLOCK);
    ByteBuffer input = ByteBuffer.allocate(BLOCK + tweak.length + padding + 1 + b);
    input.put((byte) 1).put((byte) 2).put((byte) 1);
    input.put((byte) (radix >> 16)).putShort((short) radix);
    input.put((byte) ROUNDS).put((byte) u).putInt(length).putInt(tweak.length).put(tweak);
    return input.array();
  }

  private static void fillRound(byte[] input, int round, int b, BigInteger half) {
    int at = input.length - b;
    input[at - 1] = (byte) round;
    Arrays.fill(input, at, input.length, (byte) 0);
    byte[] number = half.toByteArray(); // may have a leading zero byte for its sign
    int length = Math.min(b, number.length);
    System.arraycopy(number, number.length - length, input, input.length - length, length);
  }

  /** The CBC-MAC of the input, and as many more blocks as d bytes need. */
  private byte[] stretch(byte[] input, int d) {
    Cipher cipher = ciphers.get();
    try {
      byte[] mac = new byte[BLOCK];
      for (int at = 0; at < input.length; at += BLOCK) {
        for (int i = 0; i < BLOCK; i++) {
          mac[i] ^= input[at + i];
        }
        cipher.update(mac.clone(), 0, BLOCK, mac, 0);
      }
      byte[] stretched = Arrays.copyOf(mac, d);
      for (int block = 1; block * BLOCK < d; block++) {
        byte[] counter = mac.clone();
        ByteBuffer.wrap(counter).putInt(12, ByteBuffer.wrap(mac).getInt(12) ^ block);
        byte[] more = cipher.update(counter);
        int at = block * BLOCK;
        System.arraycopy(more, 0, stretched, at, Math.min(BLOCK, d - at));
      }
      return stretched;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES failed", e);
    }
  }

  private static final class CipherPerThread extends ThreadLocal<Cipher> {
    private final Key key;

    CipherPerThread(Key key) {
      this.key = key;
    }

    @Override
    protected Cipher initialValue() {
      try {
        // single blocks: the chaining is FF1's own
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this JVM has no AES", e);
      }
    }
  }
}
