package dev.bauta.engine.pattern;

/**
 * A deterministic automaton as tables. Where it stands between two bytes depends on both, because
 * of assertions, so all that is known of a place hangs on the step out of it: {@code step = state +
 * class of the next byte}. Immutable.
 */
final class Automaton {

  /** By step: the next state, times two, plus one where the place is marked. */
  final int[] next;

  /** By step: which states of the pattern may be held here, as a number of {@link #sets}. */
  final int[] places;

  /** Sets of states of the pattern, one bit a state. */
  final long[][] sets;

  /** The state to begin in, by the kind of the byte before. */
  final int[] starts;

  Automaton(int[] next, int[] places, long[][] sets, int[] starts) {
    this.next = next;
    this.places = places;
    this.sets = sets;
    this.starts = starts;
  }

  long[] held(int step) {
    return sets[places[step]];
  }

  boolean marked(int step) {
    return (next[step] & 1) != 0;
  }

  int after(int step) {
    return next[step] >>> 1;
  }
}
