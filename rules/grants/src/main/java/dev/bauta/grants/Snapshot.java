package dev.bauta.grants;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All live grants of one service in one environment, as the grant service signs them. A grant that
 * is missing is revoked.
 *
 * @param epoch grows when the service is restored from a backup; (epoch, version) never goes back
 * @param version grows with every change of a grant
 * @param expires when the token itself is no longer to be taken
 * @param lease how long an agent may go on without another word
 */
public record Snapshot(
    String issuer,
    String service,
    String environment,
    long epoch,
    long version,
    Instant issuedAt,
    Instant expires,
    Duration lease,
    List<Grant> grants)
    implements Token {

  /** Copies the list. */
  public Snapshot {
    Objects.requireNonNull(issuer);
    Objects.requireNonNull(service);
    Objects.requireNonNull(environment);
    Objects.requireNonNull(issuedAt);
    Objects.requireNonNull(expires);
    Objects.requireNonNull(lease);
    grants = List.copyOf(grants);
  }
}
