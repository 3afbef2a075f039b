package dev.bauta.engine;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The decisions for keys, looked up by their bytes, so that a key met before costs no String. A
 * table that is filled as keys come; past its limit, and for keys that are not plain ASCII, the
 * rules are asked each time. Thread-safe: entries never change, and a lost one is made again.
 */
final class JsonKeys {

  private static final int SLOTS = 2048;
  private static final int MOST = 1024;
  private static final int LONGEST = 64;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /**
   * A key met before.
   *
   * @param head its first eight bytes
   * @param tail its last eight, or 0 where there are no more than eight: with both and the length
   *     there is no more to be compared of most keys
   */
  private record Entry(long head, long tail, int length, byte[] name, Mark mark) {}

  private final RuleSet rules;
  private final Entry[] entries = new Entry[SLOTS];
  private int count;

  JsonKeys(RuleSet rules) {
    this.rules = rules;
  }

  /** The decision for the key between two places, without escapes in it, or null for none. */
  Mark get(JsonBuffer in, int from, int to, Charset charset) {
    int length = to - from;
    long head = in.eight(from, to);
    long tail = length > Long.BYTES ? in.eight(to - Long.BYTES) : 0;
    long hash = (head ^ Long.rotateLeft(tail, 23) ^ length) * MIX;
    int slot = (int) (hash >>> 48) & SLOTS - 1;
    for (Entry entry; (entry = entries[slot]) != null; slot = slot + 1 & SLOTS - 1) {
      if (entry.head == head
          && entry.tail == tail
          && entry.length == length
          && (length <= 2 * Long.BYTES
              || Arrays.equals(entry.name, 0, length, in.bytes, from, to))) {
        return entry.mark;
      }
    }
    return learn(in, from, to, charset, slot);
  }

  /** The decision for any key, or null for none. */
  Mark get(String key) {
    return rules.key(key);
  }

  private Mark learn(JsonBuffer in, int from, int to, Charset charset, int slot) {
    byte[] name = Arrays.copyOfRange(in.bytes, from, to);
    Mark mark = rules.key(new String(name, charset));
    if (count < MOST && name.length <= LONGEST && isAscii(name)) {
      count++; // two threads may count one entry: the limit is for memory, half the table is free
      long tail = name.length > Long.BYTES ? in.eight(to - Long.BYTES) : 0;
      entries[slot] = new Entry(in.eight(from, to), tail, name.length, name, mark);
    }
    return mark;
  }

  private static boolean isAscii(byte[] name) {
    for (byte b : name) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
