package dev.bauta.engine.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bytes in classes that no part of a pattern tells apart, so that a table has a few columns and
 * not 256. One more class stands for the text's edge. Immutable.
 */
final class ByteClasses {

  /** The class of each byte. */
  final byte[] classes = new byte[256];

  /** A byte of each class. */
  private final List<Integer> samples = new ArrayList<>();

  ByteClasses(Nfa nfa) {
    Set<ByteSet> sets = new HashSet<>();
    nfa.steps.forEach(step -> sets.add(step.set()));
    if (nfa.asserts) {
      sets.add(ByteSet.WORD);
    }
    Map<List<Boolean>, Integer> known = new HashMap<>();
    for (int value = 0; value < 256; value++) {
      List<Boolean> signature = new ArrayList<>();
      for (ByteSet set : sets) {
        signature.add(set.has(value));
      }
      Integer number = known.putIfAbsent(signature, samples.size());
      if (number == null) {
        number = samples.size();
        samples.add(value);
      }
      classes[value] = number.byteValue();
    }
  }

  /** The class that stands for the text's edge; classes of bytes are below. */
  int edge() {
    return samples.size();
  }

  int width() {
    return samples.size() + 1;
  }

  boolean in(int symbol, ByteSet set) {
    return symbol != edge() && set.has(samples.get(symbol));
  }

  int kind(int symbol) {
    if (symbol == edge()) {
      return Assertion.EDGE;
    }
    return ByteSet.WORD.has(samples.get(symbol)) ? Assertion.WORD : Assertion.OTHER;
  }
}
