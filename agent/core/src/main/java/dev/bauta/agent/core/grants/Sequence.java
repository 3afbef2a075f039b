package dev.bauta.agent.core.grants;

import dev.bauta.grants.Heartbeat;
import dev.bauta.grants.InvalidTokenException;
import dev.bauta.grants.Token;
import java.time.Instant;

/**
 * The order of tokens: (epoch, version) never goes back, and each token was signed after the last.
 * So nothing that was recorded once can be played again. Used by one thread at a time.
 */
final class Sequence {

  private long epoch = Long.MIN_VALUE;
  private long version = Long.MIN_VALUE;
  private Instant issuedAt = Instant.MIN;

  /**
   * Takes the next token.
   *
   * @throws InvalidTokenException where it is older than what was seen, or a heartbeat of a version
   *     whose snapshot has not arrived
   */
  synchronized void accept(Token token) throws InvalidTokenException {
    int order = Long.compare(token.epoch(), epoch);
    order = order != 0 ? order : Long.compare(token.version(), version);
    if (order < 0) {
      throw new InvalidTokenException("older than the grants already seen here");
    }
    if (order > 0 && token instanceof Heartbeat) {
      throw new InvalidTokenException("a heartbeat of grants that have not arrived");
    }
    if (!token.issuedAt().isAfter(issuedAt)) {
      throw new InvalidTokenException("seen before");
    }
    epoch = token.epoch();
    version = token.version();
    issuedAt = token.issuedAt();
  }
}
