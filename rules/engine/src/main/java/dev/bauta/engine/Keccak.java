package dev.bauta.engine;

/**
 * Keccak-256 with the padding of before FIPS 202, as Ethereum and Monero use it, of up to 135
 * bytes: one block (Bertoni, Daemen, Peeters, Van Assche, "The Keccak reference", 2011).
 */
final class Keccak {

  private static final int RATE = 136;
  private static final int ROUNDS = 24;

  private static final long[] ROUND_CONSTANTS = roundConstants();

  // For each step of the walk through the 24 lanes besides the first: which lane, turned how far.
  private static final int[] LANES = {
    10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1,
  };

  private Keccak() {}

  /** The last state, whose first four longs are the hash, the first byte lowest. */
  static long[] hash(byte[] input, int length) {
    byte[] block = new byte[RATE];
    System.arraycopy(input, 0, block, 0, length);
    block[length] = 1;
    block[RATE - 1] |= (byte) 0x80;
    long[] state = new long[25];
    for (int i = 0; i < RATE; i++) {
      state[i >> 3] ^= (block[i] & 0xFFL) << (i << 3);
    }
    for (int round = 0; round < ROUNDS; round++) {
      theta(state);
      turn(state);
      chi(state);
      state[0] ^= ROUND_CONSTANTS[round];
    }
    return state;
  }

  private static void theta(long[] state) {
    long[] columns = new long[5];
    for (int i = 0; i < 25; i++) {
      columns[i % 5] ^= state[i];
    }
    for (int i = 0; i < 25; i++) {
      state[i] ^= columns[(i + 4) % 5] ^ Long.rotateLeft(columns[(i + 1) % 5], 1);
    }
  }

  /** The steps rho and pi. */
  private static void turn(long[] state) {
    long moved = state[1];
    int by = 0;
    for (int step = 0; step < LANES.length; step++) {
      by += step + 1;
      long next = state[LANES[step]];
      state[LANES[step]] = Long.rotateLeft(moved, by);
      moved = next;
    }
  }

  private static void chi(long[] state) {
    for (int row = 0; row < 25; row += 5) {
      long a = state[row];
      long b = state[row + 1];
      for (int i = 0; i < 3; i++) {
        state[row + i] ^= ~state[row + i + 1] & state[row + i + 2];
      }
      state[row + 3] ^= ~state[row + 4] & a;
      state[row + 4] ^= ~a & b;
    }
  }

  // A shift register of eight bits says which of the bits 1, 2, 4, 8 ... 64 (less one) are set.
  private static long[] roundConstants() {
    long[] constants = new long[ROUNDS];
    int register = 1;
    for (int round = 0; round < ROUNDS; round++) {
      for (int j = 0; j < 7; j++) {
        if ((register & 1) != 0) {
          constants[round] |= 1L << (1 << j) - 1;
        }
        register = register << 1 ^ (register >>> 7) * 0x171;
      }
    }
    return constants;
  }
}
