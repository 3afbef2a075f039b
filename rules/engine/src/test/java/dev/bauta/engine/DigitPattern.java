package dev.bauta.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A regular expression over digits as a finite automaton (Thompson's construction), to be asked
 * which lengths the texts have that match it and begin with given digits. Knows groups, classes,
 * alternatives and counted repetition, which is all that numbering plans use.
 */
final class DigitPattern {

  private final List<int[]> edges =
      new ArrayList<>(); // a state's: digits as bits (0: none), target
  private final String pattern;
  private final int[] toGo;
  private final BitSet start;
  private int at;

  DigitPattern(String pattern) {
    this.pattern = pattern.replaceAll("\\s", "");
    int first = state();
    int accept = alternatives(first);
    toGo = lengths(accept);
    start = new BitSet();
    start.set(first);
    close(start);
  }

  /** One bit for each length of a matching text that begins with these digits. */
  int lengths(String head) {
    BitSet states = (BitSet) start.clone();
    for (int i = 0; i < head.length(); i++) {
      states = step(states, head.charAt(i) - '0');
    }
    int lengths = 0;
    for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
      lengths |= toGo[s] << head.length();
    }
    return lengths;
  }

  private int state() {
    edges.add(new int[0]);
    return edges.size() - 1;
  }

  private void edge(int from, int digits, int to) {
    int[] old = edges.get(from);
    int[] grown = Arrays.copyOf(old, old.length + 2);
    grown[old.length] = digits;
    grown[old.length + 1] = to;
    edges.set(from, grown);
  }

  private int alternatives(int from) {
    int end = state();
    while (true) {
      int state = from;
      while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
        state = repeated(state);
      }
      edge(state, 0, end);
      if (at == pattern.length() || pattern.charAt(at) == ')') {
        return end;
      }
      at++;
    }
  }

  private int repeated(int from) {
    int atom = at;
    int state = atom(from);
    int least = 1;
    int most = 1;
    if (pattern.startsWith("?", at)) {
      least = 0;
      at++;
    } else if (pattern.startsWith("{", at)) {
      String[] counts = pattern.substring(at + 1, pattern.indexOf('}', at)).split(",", -1);
      least = Integer.parseInt(counts[0]);
      most = Integer.parseInt(counts[counts.length - 1]);
      at = pattern.indexOf('}', at) + 1;
    }
    int rest = at;
    int end = state();
    if (least == 0) {
      edge(from, 0, end);
    }
    for (int n = 1; n <= most; n++) {
      if (n > 1) {
        at = atom;
        state = atom(state);
      }
      if (n >= least) {
        edge(state, 0, end);
      }
    }
    at = rest;
    return end;
  }

  private int atom(int from) {
    char c = pattern.charAt(at++);
    if (c == '(') {
      at += pattern.startsWith("?:", at) ? 2 : 0;
      int end = alternatives(from);
      at++;
      return end;
    }
    int digits = c == '[' ? digitClass() : c == '\\' ? 0x3FF : 1 << c - '0';
    if (c == '\\' && pattern.charAt(at++) != 'd' || c != '\\' && c != '[' && (c < '0' || c > '9')) {
      throw new IllegalArgumentException(pattern);
    }
    int to = state();
    edge(from, digits, to);
    return to;
  }

  private int digitClass() {
    int digits = 0;
    while (pattern.charAt(at) != ']') {
      char low = pattern.charAt(at++);
      char high = low;
      if (pattern.charAt(at) == '-') {
        high = pattern.charAt(at + 1);
        at += 2;
      }
      for (char digit = low; digit <= high; digit++) {
        digits |= 1 << digit - '0';
      }
    }
    at++;
    return digits;
  }

  /** For each state, one bit for each number of digits that lead from it to the end. */
  private int[] lengths(int accept) {
    int[] lengths = new int[edges.size()];
    lengths[accept] = 1;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int s = lengths.length - 1; s >= 0; s--) {
        int all = lengths[s];
        int[] out = edges.get(s);
        for (int i = 0; i < out.length; i += 2) {
          all |= out[i] == 0 ? lengths[out[i + 1]] : lengths[out[i + 1]] << 1 & 0x3FFFF;
        }
        changed |= all != lengths[s];
        lengths[s] = all;
      }
    }
    return lengths;
  }

  private BitSet step(BitSet states, int digit) {
    BitSet next = new BitSet();
    for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
      int[] out = edges.get(s);
      for (int i = 0; i < out.length; i += 2) {
        if ((out[i] >>> digit & 1) != 0) {
          next.set(out[i + 1]);
        }
      }
    }
    close(next);
    return next;
  }

  private void close(BitSet states) {
    int known;
    do {
      known = states.cardinality();
      for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
        int[] out = edges.get(s);
        for (int i = 0; i < out.length; i += 2) {
          if (out[i] == 0) {
            states.set(out[i + 1]);
          }
        }
      }
    } while (states.cardinality() > known);
  }
}
