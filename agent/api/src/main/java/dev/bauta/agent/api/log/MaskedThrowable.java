package dev.bauta.agent.api.log;

/** Prints as the throwable it stands for, masked. */
final class MaskedThrowable extends Throwable {

  private final String localizedMessage;
  private final String text;
  private Throwable because;

  MaskedThrowable(
      String message, String localizedMessage, String text, StackTraceElement[] stackTrace) {
    super(message, null, true, true);
    this.localizedMessage = localizedMessage;
    this.text = text;
    if (stackTrace != null) {
      setStackTrace(stackTrace);
    }
  }

  /** Set later than the constructor does, because causes may go round in a circle. */
  void becauseOf(Throwable cause) {
    because = cause;
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // written before it is published
  public Throwable getCause() {
    return because;
  }

  @Override
  public String getLocalizedMessage() {
    return localizedMessage;
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it has the other's trace
  public Throwable fillInStackTrace() {
    return this;
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // it prints the other's class name
  public String toString() {
    return text;
  }
}
