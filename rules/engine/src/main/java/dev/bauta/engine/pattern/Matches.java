package dev.bauta.engine.pattern;

/** Takes the matches of a search. */
public interface Matches {

  /** A match, behind all those told before. */
  void match(int start, int end);
}
