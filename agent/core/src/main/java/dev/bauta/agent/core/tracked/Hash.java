package dev.bauta.agent.core.tracked;

/** Hashes of words and of sequences of words, 64 bits. */
final class Hash {

  /** A word on its own. */
  private static final long WORD = 0x9E3779B97F4A7C15L;

  /** A word that sequences begin with. */
  private static final long FIRST = 0xC2B2AE3D27D4EB4FL;

  /** A whole sequence. */
  private static final long SEQUENCE = 0x165667B19E3779F9L;

  private Hash() {}

  /** Of the characters of one word. */
  static long of(CharSequence text, int from, int to) {
    long hash = to - from;
    for (int i = from; i < to; i++) {
      hash = (hash ^ Chars.fold(text.charAt(i))) * 0xD6E8FEB86659FD93L;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  /** Of a sequence and the word that follows it. */
  static long and(long sequence, long word) {
    return mixed(sequence * 31 + word);
  }

  static long word(long hash) {
    return mixed(hash ^ WORD);
  }

  static long first(long hash) {
    return mixed(hash ^ FIRST);
  }

  static long sequence(long hash) {
    return mixed(hash ^ SEQUENCE);
  }

  /** The end of MurmurHash3. */
  private static long mixed(long value) {
    long hash = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }
}
