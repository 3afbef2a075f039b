package dev.bauta.service.access;

import dev.bauta.grants.Grant;
import dev.bauta.grants.Heartbeat;
import dev.bauta.grants.Snapshot;
import dev.bauta.grants.TokenSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Signs what the agents are told: whole snapshots, and heartbeats while nothing changes. Every
 * token is issued later than the one before it, since an agent's lease is renewed only by a later
 * one. Thread-safe; one read and one signature a call.
 */
public final class GrantTokens {
  private final Store store;
  private final TokenSigner signer;
  private final String issuer;
  private final Duration lease;
  private final Duration lifetime;
  private final Clock clock;
  private Instant last = Instant.EPOCH; // guarded by this

  /**
   * @param lease how long an agent may go on showing values without another word
   * @param lifetime how long a token may be accepted after it was issued
   */
  public GrantTokens(
      Store store,
      TokenSigner signer,
      String issuer,
      Duration lease,
      Duration lifetime,
      Clock clock) {
    this.store = store;
    this.signer = signer;
    this.issuer = issuer;
    this.lease = lease;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** A signed token and the position it tells of. */
  public record Signed(Position position, String jws, Instant issuedAt) {}

  public Duration lease() {
    return lease;
  }

  public Duration lifetime() {
    return lifetime;
  }

  /** All live grants of that audience. */
  public Signed snapshot(String service, String environment) {
    // the position first: a grant issued in between is then in the list already, and its version
    // still to come
    Position position = store.position(service, environment);
    Instant issued = nextInstant();
    List<Grant> grants =
        store.live(service, environment, issued).stream().map(GrantRecord::grant).toList();
    Snapshot snapshot =
        new Snapshot(
            issuer,
            service,
            environment,
            position.epoch(),
            position.version(),
            issued,
            issued.plus(lifetime),
            lease,
            grants);
    return new Signed(position, signer.sign(snapshot), issued);
  }

  /** That nothing has changed since that position. */
  public Signed heartbeat(String service, String environment, Position position) {
    Instant issued = nextInstant();
    Heartbeat heartbeat =
        new Heartbeat(
            issuer,
            service,
            environment,
            position.epoch(),
            position.version(),
            issued,
            issued.plus(lifetime),
            lease);
    return new Signed(position, signer.sign(heartbeat), issued);
  }

  // tokens tell milliseconds
  private synchronized Instant nextInstant() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    last = now.isAfter(last) ? now : last.plusMillis(1);
    return last;
  }
}
