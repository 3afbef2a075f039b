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

  private final RuleSet rules;
  private final JsonKey[] entries = new JsonKey[SLOTS];
  private final JsonKey start = new JsonKey(0, 0, new byte[0], null, true);
  private int count;

  JsonKeys(RuleSet rules) {
    this.rules = rules;
  }

  /** What stands before the first key of a document. */
  JsonKey start() {
    return start;
  }

  /** The key between two places, without escapes in it. */
  JsonKey get(JsonBuffer in, int from, int to, Charset charset) {
    int length = to - from;
    long head = in.eight(from, to);
    long tail = length > Long.BYTES ? in.eight(to - Long.BYTES) : 0;
    long hash = (head ^ Long.rotateLeft(tail, 23) ^ length) * MIX;
    int slot = (int) (hash >>> 48) & SLOTS - 1;
    for (JsonKey entry; (entry = entries[slot]) != null; slot = slot + 1 & SLOTS - 1) {
      if (entry.is(head, tail, in.bytes, from, to)) {
        return entry;
      }
    }
    return learn(in, from, to, charset, slot);
  }

  /** The decision for any key, or null for none. */
  Mark get(String key) {
    return rules.key(key);
  }

  private JsonKey learn(JsonBuffer in, int from, int to, Charset charset, int slot) {
    byte[] name = Arrays.copyOfRange(in.bytes, from, to);
    long tail = name.length > Long.BYTES ? in.eight(to - Long.BYTES) : 0;
    Mark mark = rules.key(new String(name, charset));
    boolean kept = count < MOST && name.length <= LONGEST && isAscii(name);
    JsonKey key = new JsonKey(in.eight(from, to), tail, name, mark, kept);
    if (kept) {
      count++; // two threads may count one entry: the limit is for memory, half the table is free
      entries[slot] = key;
    }
    return key;
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
