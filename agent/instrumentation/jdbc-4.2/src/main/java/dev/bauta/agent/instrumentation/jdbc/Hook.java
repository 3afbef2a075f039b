package dev.bauta.agent.instrumentation.jdbc;

/** The names that rewritten drivers and {@link ReadHooks} agree on. */
final class Hook {

  /** A getter begins: the result set and the column's index or label. */
  static final String GET = "jdbc.get";

  /** The driver begins to read for itself. */
  static final String INSIDE = "jdbc.inside";

  /** What {@link #GET} or {@link #INSIDE} began has ended, by whatever way. */
  static final String LEAVE = "jdbc.leave";

  /** An object that a getter returns. */
  static final String VALUE = "jdbc.value";

  /** A boolean, byte, short or int that a getter returns. */
  static final String INT = "jdbc.int";

  static final String LONG = "jdbc.long";

  /** A float or double that a getter returns. */
  static final String DOUBLE = "jdbc.double";

  /** A result set that describes the schema. */
  static final String SCHEMA = "jdbc.schema";

  private Hook() {}
}
