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

  private record Entry(byte[] name, Mark mark) {}

  private final RuleSet rules;
  private final Entry[] entries = new Entry[SLOTS];
  private int count;

  JsonKeys(RuleSet rules) {
    this.rules = rules;
  }

  /** The decision for the key between two places, without escapes in it, or null for none. */
  Mark get(JsonBuffer in, int from, int to, Charset charset) {
    long hash = to - from;
    for (int at = from; at < to; at += Long.BYTES) {
      hash = (hash ^ in.eight(at, to)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    int slot = (int) hash & SLOTS - 1;
    for (Entry entry; (entry = entries[slot]) != null; slot = slot + 1 & SLOTS - 1) {
      if (Arrays.equals(entry.name, 0, entry.name.length, in.bytes, from, to)) {
        return entry.mark;
      }
    }
    return learn(Arrays.copyOfRange(in.bytes, from, to), charset, slot);
  }

  /** The decision for any key, or null for none. */
  Mark get(String key) {
    return rules.key(key);
  }

  private Mark learn(byte[] name, Charset charset, int slot) {
    Mark mark = rules.key(new String(name, charset));
    if (count < MOST && name.length <= LONGEST && isAscii(name)) {
      count++; // two threads may count one entry: the limit is for memory, half the table is free
      entries[slot] = new Entry(name, mark);
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
