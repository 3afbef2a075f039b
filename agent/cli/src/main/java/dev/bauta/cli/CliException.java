package dev.bauta.cli;

/** What was asked for can't be done; the message says what is wrong, where, and what to do. */
final class CliException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CliException(String message) {
    super(message);
  }
}
