package dev.bauta.engine.pattern;

/**
 * Finds the group that is meant by a match, inside the match: two walks over it, so the whole
 * search stays linear. Immutable.
 */
final class ValuePart {

  private final ByteClasses byteClasses;
  private final int start;
  private final int end;

  /** From the left, beginning where the match begins. */
  private final Automaton forth;

  /** From the left, beginning where the group begins. */
  private final Automaton inside;

  /** From the right, beginning where the match ends. */
  private final Automaton back;

  ValuePart(Nfa nfa, ByteClasses byteClasses, Automaton forth) {
    this.byteClasses = byteClasses;
    this.forth = forth;
    start = nfa.valueStart;
    end = nfa.valueEnd;
    inside = new AutomatonBuilder(nfa, byteClasses, false, start, false, end).build();
    back = new AutomatonBuilder(nfa, byteClasses, true, Nfa.END, false, nfa.start).build();
  }

  /** The group's part of a match, all of it where the group had no part, -1 where it is empty. */
  long find(Scratch in, int from, int to) {
    label(in, from, to);
    int first = first(in, from, to);
    if (first < 0) {
      return LinearPattern.span(from, to);
    }
    int last = last(in, from, first, to);
    return first == last ? -1 : LinearPattern.span(first, last);
  }

  private void label(Scratch in, int from, int to) {
    in.reserveInner(to - from + 1);
    int state = back.starts[byteClasses.kind(in.at(to, byteClasses))];
    for (int at = to; at >= from; at--) {
      int step = state + in.before(at, byteClasses);
      in.inner[at - from] = step;
      state = back.after(step);
    }
  }

  private int first(Scratch in, int from, int to) {
    int state = forth.starts[byteClasses.kind(in.before(from, byteClasses))];
    for (int at = from; at <= to; at++) {
      int step = state + in.at(at, byteClasses);
      if (has(forth.held(step), start) && has(back.held(in.inner[at - from]), start)) {
        return at;
      }
      state = forth.after(step);
    }
    return -1;
  }

  private int last(Scratch in, int from, int first, int to) {
    int last = first;
    int state = inside.starts[byteClasses.kind(in.before(first, byteClasses))];
    for (int at = first; at <= to; at++) {
      int step = state + in.at(at, byteClasses);
      boolean left = has(inside.held(step), end);
      last = left && has(back.held(in.inner[at - from]), end) ? at : last;
      state = inside.after(step);
    }
    return last;
  }

  private static boolean has(long[] set, int state) {
    return (set[state >>> 6] >>> state & 1) != 0;
  }
}
