package dev.bauta.agent.core;

import java.util.Locale;

/** What the agent does at a sink. */
enum Mode {
  /** Hides personal data. */
  MASK,
  /** Rows only: the application gets raw values, and they are hidden in logs and JSON. */
  TRACK,
  /** Changes nothing; counts where personal data is seen. */
  OBSERVE,
  /** Nothing: the sink's libraries are not touched. */
  OFF;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name used in options, reports and the status. */
  String id() {
    return id;
  }

  /** Whether personal data is kept from going on, here or further down. */
  boolean protects() {
    return this == MASK || this == TRACK;
  }

  /** Whether values stay as they are, whatever a hook meets. */
  boolean leavesRaw() {
    return this == OBSERVE || this == TRACK;
  }

  /** The mode of this name, or null. */
  static Mode of(String id) {
    for (Mode mode : values()) {
      if (mode.id.equals(id)) {
        return mode;
      }
    }
    return null;
  }
}
