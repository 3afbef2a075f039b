package dev.bauta.agent.core.grants;

import dev.bauta.grants.TokenVerifier;
import java.io.IOException;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Reads the service's stream of signed tokens, and connects again when it ends: first soon, then
 * rarely, never at the same moment as other agents.
 */
final class GrantClient implements Runnable {

  private static final long FIRST_BACKOFF_MILLIS = 500;
  private static final long LAST_BACKOFF_MILLIS = 30_000;
  private static final long HEALTHY_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** Room for the field name of the event. */
  private static final int LONGEST_LINE = TokenVerifier.MAX_LENGTH + 64;

  private static final long LONGEST_SILENCE_MILLIS = 20_000;
  private static final long SHORTEST_SILENCE_MILLIS = 1_000;

  private final ServiceConnection service;
  private final TokenIntake intake;
  private final Lease lease;
  private final Duration maxLease;
  private final Signal serviceIsBack;
  private final Say say;
  private long backoff = FIRST_BACKOFF_MILLIS;

  GrantClient(
      ServiceConnection service,
      TokenIntake intake,
      Lease lease,
      Duration maxLease,
      Signal serviceIsBack,
      Say say) {
    this.service = service;
    this.intake = intake;
    this.lease = lease;
    this.maxLease = maxLease;
    this.serviceIsBack = serviceIsBack;
    this.say = say;
  }

  /** Reads the stream, again and again, until the thread is interrupted. */
  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      long begin = System.nanoTime();
      try {
        stream();
        say.say("the grant service closed the stream; connecting again");
      } catch (Throwable away) { // this thread must outlive whatever it meets
        say.say("no stream of grants from the service", away);
      }
      backoff =
          System.nanoTime() - begin > HEALTHY_NANOS
              ? FIRST_BACKOFF_MILLIS
              : Math.min(LAST_BACKOFF_MILLIS, backoff * 2);
      long pause = ThreadLocalRandom.current().nextLong(backoff / 4, backoff + 1);
      serviceIsBack.rest(TimeUnit.MILLISECONDS.toNanos(pause));
    }
  }

  private void stream() throws IOException {
    HttpURLConnection connection = service.stream(silenceMillis());
    try {
      int status = connection.getResponseCode();
      if (status != 200) {
        throw new IOException(ServiceConnection.answered(status));
      }
      try (Reader in = ServiceConnection.reader(connection)) {
        BoundedLines lines = new BoundedLines(in, LONGEST_LINE);
        for (String line = lines.next(); line != null; line = lines.next()) {
          if (line.startsWith("data:")) {
            intake.accept(line.substring("data:".length()).strip());
          }
        }
      }
    } finally {
      connection.disconnect();
    }
  }

  /** A stream that is silent for most of a lease is broken: there is a rest of it to come back. */
  private int silenceMillis() {
    long known = lease.length().toMillis();
    long ofLease = (known == 0 ? maxLease.toMillis() : known) * 3 / 4;
    long longest = known == 0 ? LONGEST_SILENCE_MILLIS : Long.MAX_VALUE;
    return (int) Math.max(SHORTEST_SILENCE_MILLIS, Math.min(longest, ofLease));
  }
}
