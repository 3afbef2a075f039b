package dev.bauta.agent.api;

/** A way by which a value leaves the application, and so a place where the agent masks. */
public enum Sink {
  /** Log events: message, arguments, MDC, key-value pairs, throwables, and {@code toString()}. */
  LOG("log"),
  /** Rows read through JDBC. */
  JDBC("jdbc"),
  /** JSON written by a serialiser. */
  JSON("json");

  private final String id;

  Sink(String id) {
    this.id = id;
  }

  /** The name used in options, rules, grants and metrics; never null. */
  public String id() {
    return id;
  }
}
