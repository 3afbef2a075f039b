package dev.bauta.service.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The request is no longer in the state the caller saw: says what became of it, by whom and when.
 */
public final class AlreadyDecidedException extends RefusedException {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final transient AccessRequest request;

  AlreadyDecidedException(AccessRequest request) {
    super("already-decided", sentence(request));
    this.request = request;
  }

  /** The request as it is stored. */
  public AccessRequest request() {
    return request;
  }

  private static String sentence(AccessRequest request) {
    String state = request.state().name().toLowerCase(Locale.ROOT);
    if (request.state() == RequestState.PENDING)
      return "You have approved " + request.id() + " already; it needs another person as well.";
    if (request.closing().isPresent()) {
      Closing closing = request.closing().get();
      return "Already " + state + " by " + closing.by() + " at " + at(closing.at()) + ".";
    }
    List<Approval> approvals = request.approvals();
    Approval last = approvals.get(approvals.size() - 1);
    return "Already approved by " + last.person() + " at " + at(last.at()) + ".";
  }

  private static String at(Instant time) {
    return TIME.format(time);
  }
}
