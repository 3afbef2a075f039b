package dev.bauta.engine.pattern;

/**
 * A regular expression whose search takes time linear in the length of the text, whatever the
 * pattern and the text are. Immutable and thread-safe.
 *
 * <p>Matches are leftmost and longest, never empty, and don't overlap. Where the pattern has a
 * group {@code (?<value>...)}, that part of the match is told instead of all of it: from where the
 * group is first entered to where it is last left; all of the match where the group had no part.
 *
 * <p>How: every place of the text is first labelled from the right with the parts of the pattern
 * that can be completed from there. Then a walk from the left knows at each byte whether going on
 * can lead anywhere, and so never turns back: it is the labelling of Reps, "Maximal-munch
 * tokenization in linear time", TOPLAS 1998, with labels for all tokens at once.
 */
public final class LinearPattern {

  private final String text;
  private final byte[] classes;
  private final ByteClasses byteClasses;
  private final Prefilter prefilter;

  /** From the right, beginning at every byte: what can be completed from here. */
  private final Automaton back;

  /** From the left, beginning where a match begins. */
  private final Automaton forth;

  private final ValuePart value;

  private LinearPattern(String text, Node root) {
    this.text = text;
    Nfa nfa = new Nfa(root);
    byteClasses = new ByteClasses(nfa);
    classes = byteClasses.classes;
    prefilter = Prefilter.of(root);
    back = new AutomatonBuilder(nfa, byteClasses, true, Nfa.END, true, nfa.start).build();
    forth = new AutomatonBuilder(nfa, byteClasses, false, nfa.start, false, Nfa.END).build();
    value = nfa.valueStart < 0 ? null : new ValuePart(nfa, byteClasses, forth);
  }

  /**
   * Compiles a pattern: the regular part of what java.util.regex reads, without lazy or possessive
   * repetition.
   *
   * @throws PatternException if it is no pattern, or one that can't be searched for in linear time
   */
  public static LinearPattern compile(String pattern) {
    return new LinearPattern(pattern, new PatternParser(pattern).parse());
  }

  /**
   * The next match, leftmost and longest. One call takes linear time, but a loop of them need not:
   * for all matches use {@link #each}.
   *
   * @param bytes Latin-1, or a folded text
   * @param from where the search begins; the text itself begins there if the byte before is 0
   * @param to where the text ends
   * @return start in the high 32 bits and end in the low 32 bits, or -1 where nothing is found
   */
  public long find(byte[] bytes, int from, int to) {
    return search(bytes, from, to, left(bytes, from), null);
  }

  /**
   * All matches from left to right, in time linear in the length of the text.
   *
   * @param bytes Latin-1, or a folded text
   * @param from where the text begins
   * @param to where it ends
   */
  public void each(byte[] bytes, int from, int to, Matches out) {
    search(bytes, from, to, byteClasses.edge(), out);
  }

  /** The pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }

  private int left(byte[] bytes, int from) {
    return from == 0 || bytes[from - 1] == 0
        ? byteClasses.edge()
        : classes[bytes[from - 1] & 0xFF] & 0xFF;
  }

  private long search(byte[] bytes, int from, int to, int left, Matches out) {
    boolean possible = prefilter == null || prefilter.mayMatch(bytes, from, to);
    if (!possible || !occurs(bytes, from, to, left)) {
      return -1;
    }
    Scratch scratch = Scratch.take(bytes, from, to, left);
    try {
      label(scratch);
      return walk(scratch, out);
    } finally {
      scratch.release();
    }
  }

  private boolean occurs(byte[] bytes, int from, int to, int left) {
    int[] next = back.next;
    int state = back.starts[Assertion.EDGE];
    for (int i = to - 1; i >= from; i--) {
      int step = next[state + (classes[bytes[i] & 0xFF] & 0xFF)];
      if ((step & 1) != 0) {
        return true;
      }
      state = step >>> 1;
    }
    return back.marked(state + left);
  }

  private void label(Scratch in) {
    int state = back.starts[Assertion.EDGE];
    for (int at = in.to; at > in.from; at--) {
      int step = state + (classes[in.bytes[at - 1] & 0xFF] & 0xFF);
      in.labels[at - in.from] = step;
      state = back.after(step);
    }
    in.labels[0] = state + in.left;
  }

  private long walk(Scratch in, Matches out) {
    for (int at = in.from; at < in.to; ) {
      int end = back.marked(in.labels[at - in.from]) ? longest(in, at) : at;
      if (end == at) {
        at++;
        continue;
      }
      long span = value == null ? span(at, end) : value.find(in, at, end);
      if (span >= 0 && out == null) {
        return span;
      }
      if (span >= 0) {
        out.match((int) (span >>> 32), (int) span);
      }
      at = end;
    }
    return -1;
  }

  /** The end of the longest match from here. Looks one byte past it and no further. */
  private int longest(Scratch in, int from) {
    int end = from;
    int state = forth.starts[byteClasses.kind(in.before(from, byteClasses))];
    for (int at = from; ; at++) {
      int step = state + in.at(at, byteClasses);
      if (!meet(forth.held(step), back.held(in.labels[at - in.from]))) {
        return end;
      }
      end = forth.marked(step) ? at : end;
      if (at == in.to) {
        return end;
      }
      in.walked++;
      state = forth.after(step);
    }
  }

  private static boolean meet(long[] reached, long[] completable) {
    for (int i = 0; i < reached.length; i++) {
      if ((reached[i] & completable[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  static long span(int start, int end) {
    return (long) start << 32 | end;
  }
}
