package dev.bauta.engine;

import java.util.Arrays;

/**
 * A key of JSON met before, and the decision for it. Immutable, but for a guess: which key came
 * next the last time. Documents of one program have their keys in one order, so the guess is mostly
 * right, and to prove it costs less than to find a key. Threads may overwrite each other's guess.
 */
final class JsonKey {

  private static final int GUESSED = 2 * Long.BYTES;

  final int length;

  /** May be null. */
  final Mark mark;

  /** Whether it is kept, so that the next document may meet it. */
  final boolean kept;

  private JsonKey next;

  // Its first eight bytes, those it has; its last eight, or 0 where there are no more than eight.
  // With both and the length there is no more to be compared of most keys.
  private final long head;
  private final long tail;
  private final long headBytes;
  private final byte[] name;

  /**
   * @param name kept, not copied
   */
  JsonKey(long head, long tail, byte[] name, Mark mark, boolean kept) {
    this.head = head;
    this.tail = tail;
    this.length = name.length;
    this.headBytes = length >= Long.BYTES ? -1L : ~(-1L << 8 * length);
    this.name = name;
    this.mark = mark;
    this.kept = kept;
  }

  /** The key that came behind this one the last time, or null. */
  JsonKey next() {
    return next;
  }

  /** Takes this key as the next one to guess, and gives the key to go on from. */
  JsonKey goOn(JsonKey found) {
    if (!found.kept) {
      return this; // or one text of ever new keys would be held as a chain of them
    }
    next = found;
    return found;
  }

  /** Whether this key and its quote stand here. Says no for a long one. */
  boolean isAt(JsonBuffer in, int from) {
    return (in.eight(from) & headBytes) == head
        && length <= GUESSED
        && (length <= Long.BYTES || in.eight(from + length - Long.BYTES) == tail)
        && in.bytes[from + length] == '"';
  }

  /** Whether this is the key between two places. */
  boolean is(long itsHead, long itsTail, byte[] b, int from, int to) {
    return head == itsHead
        && tail == itsTail
        && length == to - from
        && (length <= GUESSED || Arrays.equals(name, 0, length, b, from, to));
  }
}
