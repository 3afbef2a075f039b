package dev.bauta.agent.core.grants;

import dev.bauta.grants.InvalidTokenException;
import dev.bauta.grants.Snapshot;
import dev.bauta.grants.Token;
import dev.bauta.grants.TokenVerifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Keeps the table as the service says: a stream of signed tokens, and a poll where the stream is
 * silent. A token that is not believed changes nothing; no token at all, and the lease ends.
 */
final class GrantClient implements Runnable {

  private static final long FIRST_BACKOFF_MILLIS = 500;
  private static final long LAST_BACKOFF_MILLIS = 30_000;

  private final ServiceConnection service;
  private final TokenVerifier verifier;
  private final GrantTable table;
  private final Lease lease;
  private final Receipts receipts;
  private final Consumer<String> say;
  private final int readMillis;
  private final Sequence sequence = new Sequence();
  private String lastSaid = "";
  private long backoff = FIRST_BACKOFF_MILLIS;

  GrantClient(
      ServiceConnection service,
      TokenVerifier verifier,
      GrantTable table,
      Lease lease,
      Receipts receipts,
      int readMillis,
      Consumer<String> say) {
    this.service = service;
    this.verifier = verifier;
    this.table = table;
    this.lease = lease;
    this.receipts = receipts;
    this.readMillis = readMillis;
    this.say = say;
  }

  /** Reads the stream, again and again, until the thread is interrupted. */
  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        stream();
        sayOnce("the grant service closed the stream; connecting again");
      } catch (IOException | RuntimeException away) {
        sayOnce("no grants from the service: " + describe(away));
      }
      try {
        Thread.sleep(ThreadLocalRandom.current().nextLong(backoff / 2, backoff + 1));
        backoff = Math.min(LAST_BACKOFF_MILLIS, backoff * 2);
        poll();
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /** Asks once: for networks where a stream does not come through. */
  private void poll() {
    try {
      HttpURLConnection connection = service.poll(null);
      try {
        if (connection.getResponseCode() == 200) {
          try (Reader in = reader(connection)) {
            accept(new BoundedLines(in, TokenVerifier.MAX_LENGTH).next());
          }
        }
      } finally {
        connection.disconnect();
      }
    } catch (IOException | RuntimeException away) {
      sayOnce("no grants from the service: " + describe(away));
    }
  }

  private void stream() throws IOException {
    HttpURLConnection connection = service.stream(readMillis);
    try {
      int status = connection.getResponseCode();
      if (status != 200) {
        throw new IOException("it answered " + status + hint(status));
      }
      try (Reader in = reader(connection)) {
        BoundedLines lines = new BoundedLines(in, TokenVerifier.MAX_LENGTH);
        for (String line = lines.next(); line != null; line = lines.next()) {
          if (line.startsWith("data:")) {
            accept(line.substring("data:".length()).strip());
          }
        }
      }
    } finally {
      connection.disconnect();
    }
  }

  private static String hint(int status) {
    return status == 401 || status == 403 ? " (check 'grants.token')" : "";
  }

  /** Believes a token or not; says why not. */
  void accept(String jws) {
    if (jws == null || jws.isEmpty()) {
      return;
    }
    try {
      Token token = verifier.verify(jws);
      sequence.accept(token);
      lease.renew(token.lease());
      if (token instanceof Snapshot snapshot) {
        table.apply(snapshot);
        receipts.applied(snapshot.epoch(), snapshot.version());
      }
      backoff = FIRST_BACKOFF_MILLIS;
      lastSaid = "";
    } catch (InvalidTokenException refused) {
      sayOnce("a grant token is refused: " + refused.getMessage());
    }
  }

  private void sayOnce(String what) {
    if (!what.equals(lastSaid)) {
      lastSaid = what;
      say.accept(what);
    }
  }

  private static Reader reader(HttpURLConnection connection) throws IOException {
    return new BufferedReader(
        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
  }

  private static String describe(Exception away) {
    String message = away.getMessage();
    return message == null ? away.getClass().getSimpleName() : message;
  }
}
