package dev.bauta.service.access;

/**
 * Somebody asked for what they may not have. The message is for that person; the refusal is in the
 * audit log by the time it is thrown out of a use case.
 */
public abstract sealed class RefusedException extends RuntimeException
    permits SelfDecisionException,
        NotAnApproverException,
        NotYourTurnException,
        PolicyChangedException,
        TooManyPendingException,
        NotAllowedException,
        AlreadyDecidedException,
        WideningException,
        InvalidRequestException,
        UnknownRequestException {
  private final String code;

  RefusedException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** For what somebody may not know of. */
  public static RefusedException unknown(String message) {
    return new UnknownRequestException(message);
  }

  /** A stable word for programs: {@code self-decision}, {@code not-an-approver}, ... */
  public final String code() {
    return code;
  }
}
