package dev.bauta.agent.core.grants;

import dev.bauta.grants.TokenVerifier;
import java.io.IOException;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Asks for the grants where the stream is not enough: now and then whether something was missed, at
 * once where the stream told of grants that have not arrived, and in place of a stream that is
 * silent (some proxies hold it back) before the lease ends. Used by one thread.
 */
final class Poller {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long FIRST_ASK = 3 * SECOND;
  private static final long BETWEEN_ASKS = 60 * SECOND;
  private static final long LONGEST_WAIT = 30 * SECOND;

  private final ServiceConnection service;
  private final TokenIntake intake;
  private final Lease lease;
  private final Signal serviceIsBack;
  private final Say say;
  private String etag;
  private boolean begun;
  private long earliest;
  private long due;
  private int failures;

  Poller(
      ServiceConnection service, TokenIntake intake, Lease lease, Signal serviceIsBack, Say say) {
    this.service = service;
    this.intake = intake;
    this.lease = lease;
    this.serviceIsBack = serviceIsBack;
    this.say = say;
  }

  /** Asks where it is time to; called several times a second. */
  void tick(long now) {
    if (!begun) { // the stream brings the first grants; this is for where it does not
      begun = true;
      earliest = now + jittered(FIRST_ASK);
      due = now + jittered(BETWEEN_ASKS);
    }
    if (now - earliest < 0) {
      return;
    }
    boolean renew = intake.behind() || lease.wearsOut(now);
    if (renew || now - due >= 0) {
      boolean answered = ask(renew);
      if (answered && failures > 0) {
        serviceIsBack.wake();
      }
      failures = answered ? 0 : failures + 1;
      due = now + jittered(BETWEEN_ASKS);
      earliest = now + jittered(Math.min(LONGEST_WAIT, SECOND << Math.min(failures, 5)));
    }
  }

  /** Without a tag the service signs anew, which renews the lease; with it, only what changed. */
  private boolean ask(boolean renew) {
    try {
      HttpURLConnection connection = service.poll(renew ? null : etag);
      int status = connection.getResponseCode();
      if (status == HttpURLConnection.HTTP_NOT_MODIFIED) {
        return true;
      }
      if (status != 200) {
        connection.disconnect();
        throw new IOException(ServiceConnection.answered(status));
      }
      try (Reader in = ServiceConnection.reader(connection)) {
        boolean taken = intake.accept(new BoundedLines(in, TokenVerifier.MAX_LENGTH).next());
        etag = taken ? connection.getHeaderField("ETag") : null;
        return taken;
      }
    } catch (IOException | RuntimeException away) {
      say.say("no grants from the service", away);
      return false;
    }
  }

  private static long jittered(long nanos) {
    return ThreadLocalRandom.current().nextLong(nanos * 4 / 5, nanos * 6 / 5);
  }
}
