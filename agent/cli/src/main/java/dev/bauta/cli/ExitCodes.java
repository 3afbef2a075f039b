package dev.bauta.cli;

/** What the command line ends with. */
final class ExitCodes {

  /** All is as it should be. */
  static final int FINE = 0;

  /** Something was found: personal data, or faults in a rule file. */
  static final int FOUND = 1;

  /** The command was given wrongly, or something could not be read or written. */
  static final int FAILED = 2;

  private ExitCodes() {}
}
