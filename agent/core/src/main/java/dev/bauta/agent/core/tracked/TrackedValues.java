package dev.bauta.agent.core.tracked;

import java.nio.CharBuffer;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * Values that are known to be personal because of where they were seen, met again in free text.
 * Kept for a while as hashes of words, never as text: a whole value as the sequence of its words, a
 * part of a name on its own where it is long and rare enough. Looking through a text costs about
 * two nanoseconds a character, and nothing before the first value; it takes no lock and allocates
 * nothing. Any number of threads.
 */
public final class TrackedValues {

  /** Nothing found. */
  static final long NONE = 0;

  private static final int MOST_WORDS = 6;
  private static final int LONGEST = 200;
  private static final int SHORTEST_PART = 3;
  private static final int SHORTEST_WORD = 4;
  private static final int SHORTEST_NUMBER = 6;
  private static final int SHORTEST_SEQUENCE = 6;

  /** What may stand between two words of a value. */
  private static final int BETWEEN = 3;

  private static final int RECENT = 256;
  private static final int BUFFER = 1024;

  /** A tick is 2<sup>32</sup> ns. */
  private static final int TICK = 32;

  private final Table table;
  private final Starts starts = new Starts();
  private final AtomicLongArray recent = new AtomicLongArray(RECENT);
  private final LongSupplier clock;

  @SuppressWarnings("ThreadLocalUsage") // there is one of this for each agent, and it stays
  private final ThreadLocal<char[]> buffers = new Buffers();

  private final int maxAge;
  private volatile CommonWords common;
  private volatile boolean any;
  private volatile int generation;

  /**
   * @param entries how many hashes are kept at most, 8 bytes each; rounded up to a power of two
   * @param seconds how long a value is known after it was last seen, 1 to 4,000
   */
  public TrackedValues(int entries, int seconds) {
    this(entries, seconds, System::nanoTime);
  }

  TrackedValues(int entries, int seconds, LongSupplier clock) {
    this.maxAge = (int) Math.min((seconds * 1_000_000_000L >>> TICK) + 1, Table.MAX_AGE);
    this.table = new Table(Integer.highestOneBit(Math.max(entries, 64) * 2 - 1), maxAge);
    this.clock = clock;
  }

  /** Whether nothing was ever noted. */
  public boolean isEmpty() {
    return !any;
  }

  /** How many hashes were forgotten before their time. */
  public long evicted() {
    return table.evicted();
  }

  /**
   * Notes a value.
   *
   * @param type the index of its PII type
   * @param ofNames whether its words are names, of which each may be met alone
   */
  public void note(int type, boolean ofNames, String value) {
    if (value.length() < SHORTEST_PART || value.length() > LONGEST || type > Table.MAX_TYPE) {
      return;
    }
    int now = now();
    long seen = (long) value.hashCode() << 32 | (now & 0xFFFFFL) << 12 | type + 1;
    int slot = value.hashCode() & RECENT - 1;
    if (recent.get(slot) == seen) {
      return;
    }
    new Noted(type, ofNames, value, now).words();
    recent.set(slot, seen);
  }

  /**
   * Finds the next tracked value.
   *
   * @param from the beginning, or the end of what was found before
   * @return {@link #NONE}, or what {@link #start}, {@link #end} and {@link #type} read
   */
  long find(String text, int from) {
    char[] buffer = buffers.get();
    int length = text.length();
    boolean escapes = text.indexOf('%', from) >= 0;
    int key = 0;
    for (int base = from; base < length; ) {
      int count = Math.min(buffer.length, length - base);
      text.getChars(base, base + count, buffer, 0); // a loop over charAt costs twice as much
      if (base + count < length) {
        count = Scan.beforeEscape(buffer, count);
      }
      for (int at = Scan.next(buffer, 0, count, key, starts.all(), escapes);
          at >= 0;
          at =
              Scan.next(
                  buffer, at + 1, count, Scan.key(buffer, at + 1, key), starts.all(), escapes)) {
        long found = at(text, base + at - 2);
        if (found != NONE) {
          return found;
        }
      }
      key = Scan.key(buffer, count, key);
      base += count;
    }
    return NONE;
  }

  /** Whether there is a tracked value in these characters. */
  boolean finds(char[] chars, int from, int to) {
    CharSequence view = null;
    for (int at = Scan.next(chars, from, to, 0, starts.all(), true);
        at >= 0;
        at = Scan.next(chars, at + 1, to, Scan.key(chars, from, at + 1, 0), starts.all(), true)) {
      view = view == null ? CharBuffer.wrap(chars, from, to - from) : view;
      if (at(view, at - 2 - from) != NONE) {
        return true;
      }
    }
    return false;
  }

  static int start(long found) {
    return (int) (found >>> 36);
  }

  static int end(long found) {
    return (int) (found >>> 9) & 0x7FFFFFF;
  }

  static int type(long found) {
    return (int) found & 511;
  }

  private static long found(int start, int end, int type) {
    return (long) start << 36 | (long) end << 9 | type;
  }

  /** What is known of the words from here on. */
  private long at(CharSequence text, int start) {
    int now = now();
    int end = Tokens.end(text, start);
    long found = at(text, start, end, now);
    if (found == NONE) {
      int part = Tokens.partEnd(text, start, end);
      if (part < end && part - start >= Starts.LENGTH) {
        return at(text, start, part, now);
      }
    }
    return found;
  }

  private long at(CharSequence text, int start, int end, int now) {
    long hash = Hash.of(text, start, end);
    if (table.type(Hash.first(hash), now) >= 0) {
      long sequence = sequence(text, start, end, hash, now);
      if (sequence != NONE) {
        return sequence;
      }
    }
    int type = table.type(Hash.word(hash), now);
    return type < 0 ? NONE : found(start, end, type);
  }

  /** The longest one. */
  private long sequence(CharSequence text, int start, int firstEnd, long first, int now) {
    long longest = NONE;
    long hash = first;
    int end = firstEnd;
    for (int words = 1; words < MOST_WORDS; words++) {
      int next = Tokens.next(text, end, BETWEEN);
      if (next < 0) {
        break;
      }
      int runEnd = Tokens.end(text, next);
      int partEnd = next == end ? Tokens.partEnd(text, next, runEnd) : runEnd;
      long part = Hash.and(hash, Hash.of(text, next, partEnd));
      int type = table.type(Hash.sequence(part), now);
      if (type < 0 && partEnd == runEnd) { // joined to what follows it
        partEnd = Tokens.partEnd(text, next, runEnd);
        if (partEnd < runEnd) {
          part = Hash.and(hash, Hash.of(text, next, partEnd));
          type = table.type(Hash.sequence(part), now);
        }
      }
      if (type >= 0) {
        longest = found(start, partEnd, type);
      }
      hash = part;
      end = partEnd;
    }
    return longest;
  }

  private CommonWords common() {
    CommonWords words = common;
    if (words == null) {
      words = CommonWords.builtIn();
      common = words;
    }
    return words;
  }

  private int now() {
    return (int) (clock.getAsLong() >>> TICK);
  }

  private void keep(long hash, int type, int now) {
    table.put(hash, type, now);
  }

  /** Lets the filter forget what is too old; once in the time that a value is kept. */
  private void age(int now) {
    int current = now / (maxAge + 1);
    if (current != generation) {
      generation = current;
      starts.nextGeneration();
    }
  }

  private static final class Buffers extends ThreadLocal<char[]> {
    @Override
    protected char[] initialValue() {
      return new char[BUFFER];
    }
  }

  /** One value while it is noted. Used by one thread. */
  private final class Noted {
    private final int type;
    private final boolean ofNames;
    private final String value;
    private final int now;
    private final long[] hashes = new long[MOST_WORDS];
    private final int[] begins = new int[MOST_WORDS];
    private final int[] ends = new int[MOST_WORDS];
    private int count;

    Noted(int type, boolean ofNames, String value, int now) {
      this.type = type;
      this.ofNames = ofNames;
      this.value = value;
      this.now = now;
    }

    void words() {
      if (!split()) {
        return; // free text: what is in it is found by other means
      }
      age(now);
      if (count == 1) {
        word(0, ofNames ? SHORTEST_PART : SHORTEST_WORD);
      } else if (count > 1) {
        sequence(0, 1);
        if (ofNames) {
          for (int i = 0; i < count; i++) {
            word(i, SHORTEST_PART);
          }
          if (count == 2) {
            sequence(1, -1);
          }
        }
      }
      any = true;
    }

    private boolean split() {
      int at = Tokens.next(value, 0, LONGEST);
      while (at >= 0) {
        if (count == MOST_WORDS) {
          return false;
        }
        int end = Tokens.end(value, at);
        begins[count] = at;
        ends[count] = end;
        hashes[count++] = Hash.of(value, at, end);
        at = Tokens.next(value, end, LONGEST);
      }
      return true;
    }

    private int length(int word) {
      return ends[word] - begins[word];
    }

    private void word(int word, int shortest) {
      boolean number = isNumber(word);
      if (length(word) < (number ? SHORTEST_NUMBER : shortest)
          || !number && common().has(hashes[word])) {
        return;
      }
      keep(Hash.word(hashes[word]), type, now);
      start(word);
    }

    /** From the first word that is long enough for the filter. */
    private void sequence(int from, int step) {
      int first = from;
      while (first >= 0 && first < count && length(first) < Starts.LENGTH) {
        first += step;
      }
      int characters = 0;
      int words = 0;
      long hash = 0;
      for (int i = first; i >= 0 && i < count; i += step) {
        hash = words == 0 ? hashes[i] : Hash.and(hash, hashes[i]);
        characters += length(i);
        words++;
      }
      if (words > 1 && characters >= SHORTEST_SEQUENCE) {
        keep(Hash.sequence(hash), type, now);
        keep(Hash.first(hashes[first]), type, now);
        start(first);
      }
    }

    private boolean isNumber(int word) {
      for (int i = begins[word]; i < ends[word]; i++) {
        if (!Character.isDigit(value.charAt(i))) {
          return false;
        }
      }
      return true;
    }

    private void start(int word) {
      int key = 0;
      for (int i = begins[word]; i < begins[word] + Starts.LENGTH; i++) {
        key = key << 5 | Chars.code(value.charAt(i));
      }
      starts.set(key);
    }
  }
}
