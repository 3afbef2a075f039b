package dev.bauta.engine.pattern;

/** A pattern that can't be used, and why. */
public final class PatternException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int index;

  PatternException(String message, int index) {
    super(message);
    this.index = index;
  }

  /** Where in the pattern the fault is, from 0. */
  public int index() {
    return index;
  }
}
