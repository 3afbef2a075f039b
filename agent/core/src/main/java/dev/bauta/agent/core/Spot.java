package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;

/**
 * Where personal data was seen, by names only; what is not known is null.
 *
 * @param logger who wrote it
 * @param column with its table where that is known
 * @param key of JSON, of a log or of its context; or the member of a class
 * @param owner the class that has the member
 */
record Spot(Sink sink, String logger, String column, String key, String owner) {

  /** Free text: of a logger, in a column, or under a key. */
  static Spot ofText(Sink sink, String field) {
    return switch (sink) {
      case LOG -> new Spot(sink, field, null, null, null);
      case JDBC -> new Spot(sink, null, field, null, null);
      case JSON -> new Spot(sink, null, null, field, null);
    };
  }

  static Spot ofColumn(String column) {
    return new Spot(Sink.JDBC, null, column, null, null);
  }

  static Spot ofKey(Sink sink, String logger, String key) {
    return new Spot(sink, logger, null, key, null);
  }

  static Spot ofMember(Sink sink, String owner, String member) {
    return new Spot(sink, null, null, member, owner);
  }
}
