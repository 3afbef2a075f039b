package dev.bauta.engine;

/** Looks for values in a whole line: what a rule file adds to the built-in detectors. */
interface Detector {

  /**
   * Adds what is in the line. Called by many threads at once, each with a line of its own.
   *
   * @param text what the line was read from
   */
  void detect(String text, Line line, Findings out);
}
