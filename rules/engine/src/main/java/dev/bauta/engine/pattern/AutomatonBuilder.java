package dev.bauta.engine.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes an automaton of a pattern by the subset construction (Rabin and Scott, "Finite automata and
 * their decision problems", 1959), all of it at once and up to a limit. Used once.
 */
final class AutomatonBuilder {

  /** States of one automaton; a table of them takes a few megabytes at worst. */
  static final int MOST_STATES = 4096;

  /** What tells states apart: pattern states before any jump, and the byte walked over last. */
  private record Key(BitSet core, int kind) {}

  private final Nfa nfa;
  private final ByteClasses byteClasses;
  private final boolean backwards;
  private final BitSet begin;
  private final boolean anywhere;
  private final int mark;

  private final List<List<Nfa.Jump>> jumps = new ArrayList<>();
  private final List<List<Nfa.Step>> steps = new ArrayList<>();
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<Key> states = new ArrayList<>();
  private final Map<BitSet, Integer> setNumbers = new HashMap<>();
  private final List<long[]> sets = new ArrayList<>();
  private int[] next = new int[0];
  private int[] places = new int[0];

  /**
   * @param begin the state of the pattern to begin in
   * @param anywhere whether to begin anew at each byte
   * @param mark the state of the pattern whose places are marked
   */
  AutomatonBuilder(
      Nfa nfa, ByteClasses byteClasses, boolean backwards, int begin, boolean anywhere, int mark) {
    this.nfa = nfa;
    this.byteClasses = byteClasses;
    this.backwards = backwards;
    this.begin = new BitSet();
    this.begin.set(begin);
    this.anywhere = anywhere;
    this.mark = mark;
    for (int i = 0; i < nfa.size(); i++) {
      jumps.add(new ArrayList<>());
      steps.add(new ArrayList<>());
    }
    nfa.jumps.forEach(jump -> jumps.get(backwards ? jump.to() : jump.from()).add(jump));
    nfa.steps.forEach(step -> steps.get(backwards ? step.to() : step.from()).add(step));
  }

  Automaton build() {
    int[] starts = new int[Assertion.KINDS];
    for (int kind = 0; kind < starts.length; kind++) {
      starts[kind] = number(new Key(begin, nfa.asserts ? kind : 0)) * byteClasses.width();
    }
    for (int i = 0; i < states.size(); i++) {
      expand(i);
    }
    int size = states.size() * byteClasses.width();
    return new Automaton(
        Arrays.copyOf(next, size),
        Arrays.copyOf(places, size),
        sets.toArray(new long[0][]),
        starts);
  }

  private void expand(int state) {
    int width = byteClasses.width();
    int row = state * width;
    if (next.length < row + width) {
      next = Arrays.copyOf(next, Math.max(row * 2, 16 * width));
      places = Arrays.copyOf(places, next.length);
    }
    Key key = states.get(state);
    BitSet[] closures = new BitSet[Assertion.KINDS];
    for (int symbol = 0; symbol < width; symbol++) {
      int kind = nfa.asserts ? byteClasses.kind(symbol) : 0;
      if (closures[kind] == null) {
        closures[kind] = closure(key.core, key.kind, kind);
      }
      BitSet here = closures[kind];
      int to = number(new Key(step(here, symbol), kind)) * width;
      next[row + symbol] = to * 2 + (here.get(mark) ? 1 : 0);
      places[row + symbol] = setNumber(here);
    }
  }

  /** All states that can be reached without a byte. */
  private BitSet closure(BitSet core, int behind, int ahead) {
    BitSet all = (BitSet) core.clone();
    int[] stack = new int[nfa.size()];
    int top = 0;
    for (int s = core.nextSetBit(0); s >= 0; s = core.nextSetBit(s + 1)) {
      stack[top++] = s;
    }
    int left = backwards ? ahead : behind;
    int right = backwards ? behind : ahead;
    while (top > 0) {
      for (Nfa.Jump jump : jumps.get(stack[--top])) {
        int to = backwards ? jump.from() : jump.to();
        if (!all.get(to) && jump.assertion().holds(left, right)) {
          all.set(to);
          stack[top++] = to;
        }
      }
    }
    return all;
  }

  private BitSet step(BitSet here, int symbol) {
    BitSet core = anywhere ? (BitSet) begin.clone() : new BitSet();
    for (int s = here.nextSetBit(0); s >= 0; s = here.nextSetBit(s + 1)) {
      for (Nfa.Step step : steps.get(s)) {
        if (byteClasses.in(symbol, step.set())) {
          core.set(backwards ? step.from() : step.to());
        }
      }
    }
    return core;
  }

  private int number(Key key) {
    Integer known = numbers.putIfAbsent(key, states.size());
    if (known != null) {
      return known;
    }
    if (states.size() == MOST_STATES) {
      throw new PatternException(
          "the pattern has more than "
              + MOST_STATES
              + " states; use * or + instead of large counts, and parts that can't be taken for"
              + " one another",
          0);
    }
    states.add(key);
    return states.size() - 1;
  }

  private int setNumber(BitSet set) {
    Integer known = setNumbers.putIfAbsent(set, sets.size());
    if (known == null) {
      sets.add(Arrays.copyOf(set.toLongArray(), (nfa.size() >>> 6) + 1));
      return sets.size() - 1;
    }
    return known;
  }
}
