package dev.bauta.engine.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern as states with steps between them: on a byte, or on nothing where an assertion holds
 * (Thompson, "Regular expression search algorithm", CACM 1968). Can be walked in both directions.
 * Immutable once built.
 */
final class Nfa {

  /** Bounds what counts such as {@code (a{100}){100}} grow into. */
  static final int MOST_STATES = 4096;

  /** The state a whole match ends in. */
  static final int END = 0;

  /** A step on one byte. */
  record Step(int from, int to, ByteSet set) {}

  /** A step on nothing. */
  record Jump(int from, int to, Assertion assertion) {}

  final List<Step> steps = new ArrayList<>();
  final List<Jump> jumps = new ArrayList<>();
  final int start;

  /** Where the part meant by the match begins and ends; -1 if it is all of it. */
  int valueStart = -1;

  int valueEnd = -1;
  boolean asserts;
  private int count = 1;

  Nfa(Node root) {
    start = build(root, END);
  }

  int size() {
    return count;
  }

  /** Adds a part in front of a state and gives the state the part begins in. */
  private int build(Node node, int next) {
    if (node instanceof Node.One one) {
      int from = state();
      steps.add(new Step(from, next, one.set()));
      return from;
    }
    if (node instanceof Node.Sequence sequence) {
      int at = next;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        at = build(sequence.parts().get(i), at);
      }
      return at;
    }
    if (node instanceof Node.Choice choice) {
      int from = state();
      for (Node part : choice.parts()) {
        jump(from, build(part, next), Assertion.NONE);
      }
      return from;
    }
    if (node instanceof Node.Place place) {
      asserts = true;
      int from = state();
      jump(from, next, place.assertion());
      return from;
    }
    if (node instanceof Node.Value value) {
      return value(value, next);
    }
    return repeat((Node.Repeat) node, next);
  }

  private int value(Node.Value value, int next) {
    if (valueStart >= 0) {
      throw new PatternException("(?<value>...) can't be repeated by a count; use * or +", 0);
    }
    valueEnd = state();
    jump(valueEnd, next, Assertion.NONE);
    valueStart = state();
    jump(valueStart, build(value.part(), valueEnd), Assertion.NONE);
    return valueStart;
  }

  private int repeat(Node.Repeat repeat, int next) {
    int at = next;
    int copies = repeat.least();
    if (repeat.most() < 0) {
      int loop = state();
      jump(loop, next, Assertion.NONE);
      int body = build(repeat.part(), loop);
      jump(loop, body, Assertion.NONE);
      at = copies == 0 ? loop : body;
      copies = Math.max(0, copies - 1);
    } else {
      for (int i = repeat.least(); i < repeat.most(); i++) {
        int maybe = state();
        jump(maybe, next, Assertion.NONE);
        jump(maybe, build(repeat.part(), at), Assertion.NONE);
        at = maybe;
      }
    }
    for (int i = 0; i < copies; i++) {
      at = build(repeat.part(), at);
    }
    return at;
  }

  private void jump(int from, int to, Assertion assertion) {
    jumps.add(new Jump(from, to, assertion));
  }

  private int state() {
    if (count == MOST_STATES) {
      throw new PatternException(
          "the pattern is too large: more than " + MOST_STATES + " states; use smaller counts", 0);
    }
    return count++;
  }
}
