package dev.bauta.engine;

/**
 * A setting of the rule file: what the reader knows, the JSON Schema checks and the reference
 * explains.
 *
 * @param about for people, one or two sentences
 */
record Setting(String name, Kind kind, String about) {

  /** What a setting's value may be. */
  enum Kind {
    /** A string. */
    TEXT,
    /** {@code true} or {@code false}. */
    FLAG,
    /** A string, or a list of them. */
    TEXTS,
    /** A list of {@code log}, {@code jdbc} and {@code json}. */
    SINKS,
    /** The id of a type. */
    TYPE,
    /** The ids of types, or globs of ids. */
    TYPES,
    /** The name of a masker, a masker with its settings, or a list of both. */
    MASKER,
    /** {@code all} or {@code none}. */
    ALL_OR_NONE,
    /** The name of a check-digit family. */
    CHECKSUM,
    /** A section of its own, with a table of its own. */
    SECTION
  }
}
