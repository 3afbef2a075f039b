package dev.bauta.agent.core;

import java.util.List;

/** A configuration that cannot be used; its message names each place, fault and remedy. */
final class ConfigException extends Exception {

  private static final long serialVersionUID = 1;

  ConfigException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }

  ConfigException(String fault) {
    super(fault);
  }
}
