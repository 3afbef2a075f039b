package dev.bauta.service.http;

import dev.bauta.service.access.AlreadyDecidedException;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.InvalidRequestException;
import dev.bauta.service.access.NotAllowedException;
import dev.bauta.service.access.NotAnApproverException;
import dev.bauta.service.access.NotYourTurnException;
import dev.bauta.service.access.PolicyChangedException;
import dev.bauta.service.access.RefusedException;
import dev.bauta.service.access.SelfDecisionException;
import dev.bauta.service.access.TooManyPendingException;
import dev.bauta.service.access.UnknownRequestException;
import dev.bauta.service.access.WideningException;
import dev.bauta.service.store.StoreException;
import io.javalin.http.HttpResponseException;
import java.util.List;

/** What to answer when something was thrown. Nothing that was sent is repeated. */
final class Problems {
  // somebody has to decide first; nobody knows when
  private static final int PENDING_SECONDS = 60;

  private Problems() {}

  static Problem of(Exception e) {
    if (e instanceof RefusedException refused) return of(refused);
    if (e instanceof Callers.UnknownCallerException)
      return new Problem("unknown-caller", 401, e.getMessage(), List.of());
    if (e instanceof TooManyException many)
      return new Problem("too-many", 429, e.getMessage(), List.of(), many.seconds());
    if (e instanceof AgentAccess.Refusal refusal)
      return Problem.of(refusal.status(), refusal.getMessage());
    if (e instanceof NotFoundException) return Problem.of(404, e.getMessage());
    if (e instanceof HttpResponseException http)
      return Problem.of(http.getStatus(), plain(http.getStatus()));
    if (e instanceof StoreException)
      return new Problem(
          "store",
          503,
          "The database cannot be reached; nothing was changed. Try again later.",
          List.of());
    return new Problem(
        "internal",
        500,
        "Something went wrong here; nothing was changed. The service's log has the place.",
        List.of());
  }

  private static Problem of(RefusedException e) {
    if (e instanceof TooManyPendingException)
      return new Problem(e.code(), 429, e.getMessage(), List.of(), PENDING_SECONDS);
    int status = 403;
    List<Fault> faults = List.of();
    if (e instanceof InvalidRequestException invalid) {
      status = 400;
      faults = invalid.faults();
    } else if (e instanceof WideningException) {
      status = 400;
    } else if (e instanceof AlreadyDecidedException) {
      status = 409;
    } else if (e instanceof UnknownRequestException) {
      status = 404;
    } else if (!(e instanceof SelfDecisionException
        || e instanceof NotAnApproverException
        || e instanceof NotYourTurnException
        || e instanceof PolicyChangedException
        || e instanceof NotAllowedException)) {
      throw new IllegalStateException("no status for " + e.code());
    }
    return new Problem(e.code(), status, e.getMessage(), faults);
  }

  static String plain(int status) {
    return switch (status) {
      case 400 -> "This is not a request that HTTP allows.";
      case 404 -> "There is nothing at this path; /openapi.json describes what there is.";
      case 405 -> "This path does not answer that method; /openapi.json describes what there is.";
      case 413 -> "The body is larger than " + HttpServer.LARGEST_BODY / 1024 + " KiB.";
      case 414, 431 -> "The address or the headers are longer than 8 KiB.";
      case 415 -> "Send JSON, with 'Content-Type: application/json'.";
      default -> "The request could not be answered.";
    };
  }
}
