package dev.bauta.agent.instrumentation.jdbc;

/** What rewritten code and {@link ReadHooks} keep in the array that each thread has. */
final class Slots {

  /**
   * The reading that runs: a result set, anything else where a driver reads for itself, or null.
   */
  static final int READING = 0;

  /** The index or label that the getter which is about to return was asked for. */
  static final int COLUMN = 1;

  /** The reading around that getter; null where the application called it. */
  static final int OUTER = 2;

  static final int COUNT = 3;

  private Slots() {}
}
