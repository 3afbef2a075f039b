package dev.bauta.agent.core.grants;

import dev.bauta.grants.Heartbeat;
import dev.bauta.grants.InvalidTokenException;
import dev.bauta.grants.Token;
import java.time.Instant;

/**
 * The order of tokens: (epoch, version) never goes back, and each token was signed after the last.
 * So nothing that was recorded once can be played again. Used under the intake's lock.
 */
final class Sequence {

  private long epoch = Long.MIN_VALUE;
  private long version = Long.MIN_VALUE;
  private Instant issuedAt = Instant.MIN;

  /**
   * Whether the token may follow.
   *
   * @throws InvalidTokenException where it is older than what was taken, or a heartbeat of a
   *     version whose snapshot has not arrived
   */
  void check(Token next) throws InvalidTokenException {
    if (order(next) < 0) {
      throw new InvalidTokenException("older than the grants already seen here");
    }
    if (!next.issuedAt().isAfter(issuedAt)) {
      throw new InvalidTokenException("seen before, or overtaken by a later one");
    }
    if (ahead(next)) {
      throw new InvalidTokenException("a heartbeat of grants that have not arrived");
    }
  }

  /** Whether it tells of a version whose grants are not known here. */
  boolean ahead(Token next) {
    return next instanceof Heartbeat && order(next) > 0;
  }

  /** The token is in force. */
  void taken(Token token) {
    epoch = token.epoch();
    version = token.version();
    issuedAt = token.issuedAt();
  }

  private int order(Token next) {
    int byEpoch = Long.compare(next.epoch(), epoch);
    return byEpoch != 0 ? byEpoch : Long.compare(next.version(), version);
  }
}
