package dev.bauta.grants;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The word that nothing has changed since (epoch, version). It renews the lease and can do nothing
 * else.
 */
public record Heartbeat(
    String issuer,
    String service,
    String environment,
    long epoch,
    long version,
    Instant issuedAt,
    Instant expires,
    Duration lease)
    implements Token {

  /** Checks that nothing is missing. */
  public Heartbeat {
    Objects.requireNonNull(issuer);
    Objects.requireNonNull(service);
    Objects.requireNonNull(environment);
    Objects.requireNonNull(issuedAt);
    Objects.requireNonNull(expires);
    Objects.requireNonNull(lease);
  }
}
