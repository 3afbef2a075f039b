package dev.bauta.service.app;

import java.util.List;

/**
 * The configuration cannot be used. One fault a line, each with file, line, key, fault and remedy.
 */
public final class ConfigException extends IllegalArgumentException {
  private final List<String> faults;

  ConfigException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** One by one. */
  List<String> faults() {
    return faults;
  }
}
