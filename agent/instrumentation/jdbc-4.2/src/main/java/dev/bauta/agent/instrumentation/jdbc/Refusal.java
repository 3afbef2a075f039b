package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.Given;
import java.sql.SQLException;

/**
 * Why a value is not stored. Says which parameter and what to do, and nothing of the value.
 *
 * @param message for a person
 */
record Refusal(String message) {

  /** Invalid parameter value, in the class of data exceptions. */
  private static final String STATE = "22023";

  private static final String REMEDY =
      " Leave the column out of what is stored, or bind the object that was read, or set"
          + " sinks.jdbc=track for this service.";

  /**
   * @param parameter its index, or its name
   * @param origin where the masked value came from
   */
  static Refusal ofCopy(Object parameter, Given.Origin origin) {
    String type = origin.type() == null ? "" : " of type " + origin.type();
    String field = origin.field() == null ? "" : ", read as " + origin.field() + ",";
    return new Refusal(
        "Bauta: "
            + name(parameter)
            + " is a copy of a masked value"
            + type
            + field
            + " and would be stored over the real one."
            + REMEDY);
  }

  /** For a stream of which a part was read already. */
  static Refusal ofRest(Object parameter) {
    return new Refusal(
        "Bauta: "
            + name(parameter)
            + " is a masked stream that was read from already; what is left of it is not the"
            + " value."
            + REMEDY);
  }

  /** Not by its own type: a runtime without {@code java.sql} verifies what calls this. */
  Throwable exception() {
    return new SQLException(message, STATE);
  }

  private static String name(Object parameter) {
    return parameter instanceof Integer ? "parameter " + parameter : "'" + parameter + "'";
  }
}
