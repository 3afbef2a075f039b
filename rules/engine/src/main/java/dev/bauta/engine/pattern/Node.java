package dev.bauta.engine.pattern;

import java.util.List;

/** A part of a parsed pattern. */
interface Node {

  /** One byte out of a set. */
  record One(ByteSet set) implements Node {}

  /** One part behind the other; none of them matches the empty text. */
  record Sequence(List<Node> parts) implements Node {}

  /** One of the parts. */
  record Choice(List<Node> parts) implements Node {}

  /**
   * A part over and over.
   *
   * @param most -1 for no limit
   */
  record Repeat(Node part, int least, int most) implements Node {}

  /** A place between two bytes. */
  record Place(Assertion assertion) implements Node {}

  /** The part of the match that is meant by it. */
  record Value(Node part) implements Node {}
}
