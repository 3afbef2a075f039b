package dev.bauta.engine;

import java.util.List;

/** A rule file is wrong. The message has one line for each fault: file, line, fault and remedy. */
public final class RuleFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RuleFileException(List<String> faults) {
    super(String.join("\n", faults));
  }
}
