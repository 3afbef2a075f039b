package dev.bauta.agent.core;

import java.util.Locale;

/** What the agent does at a sink. */
enum Mode {
  /** Hides personal data. */
  MASK,
  /** Changes nothing; counts where personal data is seen. */
  OBSERVE,
  /** Nothing: the sink's libraries are not touched. */
  OFF;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name used in options, reports and the status. */
  String id() {
    return id;
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
