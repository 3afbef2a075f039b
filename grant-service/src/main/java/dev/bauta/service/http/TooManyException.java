package dev.bauta.service.http;

/** Somebody sends more than they may. */
final class TooManyException extends RuntimeException {
  private final int seconds;

  /**
   * @param seconds when to come again
   */
  TooManyException(String message, int seconds) {
    super(message, null, false, false);
    this.seconds = seconds;
  }

  int seconds() {
    return seconds;
  }
}
