package dev.bauta.agent.instrumentation.jdbc;

/** The names that rewritten drivers and {@link ReadHooks} agree on. */
final class Hook {

  /** Gives the thread's {@link Slots}. */
  static final String SLOTS = "jdbc.slots";

  /** An object that a getter returns. */
  static final String VALUE = "jdbc.value";

  /** A boolean, byte, short or int that a getter returns. */
  static final String INT = "jdbc.int";

  static final String LONG = "jdbc.long";

  /** A float or double that a getter returns. */
  static final String DOUBLE = "jdbc.double";

  /** A result set that describes the schema. */
  static final String SCHEMA = "jdbc.schema";

  /** What is bound to a parameter, or to a column of a row that is updated. */
  static final String BIND = "jdbc.bind";

  private Hook() {}
}
