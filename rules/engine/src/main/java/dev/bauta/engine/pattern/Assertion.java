package dev.bauta.engine.pattern;

/** What may be said of a place between two bytes, by the kind of byte on either side. */
enum Assertion {
  /** Nothing is said. */
  NONE,
  BEGIN,
  END,
  BOUNDARY,
  NO_BOUNDARY;

  /** There is no byte: the text's end or beginning. */
  static final int EDGE = 0;

  static final int OTHER = 1;
  static final int WORD = 2;
  static final int KINDS = 3;

  boolean holds(int left, int right) {
    return switch (this) {
      case NONE -> true;
      case BEGIN -> left == EDGE;
      case END -> right == EDGE;
      case BOUNDARY -> (left == WORD) != (right == WORD);
      case NO_BOUNDARY -> (left == WORD) == (right == WORD);
    };
  }
}
