package dev.bauta.service.signin;

/** Somebody could not be signed in. The message is for that person, and repeats nothing sent. */
public final class SignInException extends RuntimeException {
  private final boolean away;

  private SignInException(String message, boolean away) {
    super(message, null, false, false);
    this.away = away;
  }

  static SignInException refused(String message) {
    return new SignInException(message, false);
  }

  /** It is the provider's fault, or the network's. */
  static SignInException away(String message) {
    return new SignInException(message, true);
  }

  /** Whether trying again later may help. */
  public boolean isAway() {
    return away;
  }
}
