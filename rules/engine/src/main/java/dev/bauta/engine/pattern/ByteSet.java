package dev.bauta.engine.pattern;

/** A set of bytes. Immutable. */
record ByteSet(long a, long b, long c, long d) {

  static final ByteSet NONE = new ByteSet(0, 0, 0, 0);
  static final ByteSet ALL = NONE.not();
  static final ByteSet DIGITS = range('0', '9');
  static final ByteSet LETTERS = range('a', 'z').or(range('A', 'Z'));

  /** As in Java, without its Unicode flag: ASCII only. */
  static final ByteSet WORD = LETTERS.or(DIGITS).or(of('_'));

  static final ByteSet SPACE = of(' ').or(range('\t', '\r'));

  /** Any byte but those that end a line: line feed, carriage return, U+0085. */
  static final ByteSet DOT = of('\n').or(of('\r')).or(of(0x85)).not();

  static ByteSet of(int value) {
    return range(value, value);
  }

  /** From the first to the last, both in it. */
  static ByteSet range(int first, int last) {
    long[] words = new long[4];
    for (int v = first; v <= last; v++) {
      words[v >>> 6] |= 1L << v;
    }
    return new ByteSet(words[0], words[1], words[2], words[3]);
  }

  boolean has(int value) {
    long word = value < 128 ? (value < 64 ? a : b) : value < 192 ? c : d;
    return (word >>> value & 1) != 0;
  }

  ByteSet or(ByteSet o) {
    return new ByteSet(a | o.a, b | o.b, c | o.c, d | o.d);
  }

  ByteSet and(ByteSet o) {
    return new ByteSet(a & o.a, b & o.b, c & o.c, d & o.d);
  }

  ByteSet not() {
    return new ByteSet(~a, ~b, ~c, ~d);
  }

  int size() {
    return Long.bitCount(a) + Long.bitCount(b) + Long.bitCount(c) + Long.bitCount(d);
  }

  /** With the other case of each ASCII letter in it. */
  ByteSet anyCase() {
    long letters = LETTERS.b;
    long upper = b & letters & 0xFFFF_FFFFL;
    long lower = b & letters & ~0xFFFF_FFFFL;
    return new ByteSet(a, b | upper << 32 | lower >>> 32, c, d);
  }
}
