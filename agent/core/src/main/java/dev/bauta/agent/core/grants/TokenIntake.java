package dev.bauta.agent.core.grants;

import dev.bauta.grants.InvalidTokenException;
import dev.bauta.grants.Snapshot;
import dev.bauta.grants.Token;
import dev.bauta.grants.TokenVerifier;
import java.util.function.LongSupplier;

/**
 * Believes a token or not. One that is believed is put in force as a whole; one that is not changes
 * nothing, and the operator hears why. Thread-safe: the stream and the poll both bring tokens.
 */
final class TokenIntake {

  private final TokenVerifier verifier;
  private final LongSupplier nanoTime;
  private final GrantTable table;
  private final Lease lease;
  private final Receipts receipts;
  private final Say say;
  private final Runnable whenHeard;
  private final Sequence sequence = new Sequence();
  private final ServiceClock clock = new ServiceClock();
  private Snapshot grants;
  private String last;
  private volatile boolean behind;

  TokenIntake(
      TokenVerifier verifier,
      LongSupplier nanoTime,
      GrantTable table,
      Lease lease,
      Receipts receipts,
      Say say,
      Runnable whenHeard) {
    this.verifier = verifier;
    this.nanoTime = nanoTime;
    this.table = table;
    this.lease = lease;
    this.receipts = receipts;
    this.say = say;
    this.whenHeard = whenHeard;
  }

  /**
   * Takes what came over the wire.
   *
   * @return whether it is in force here, now or already
   */
  synchronized boolean accept(String jws) {
    long now = nanoTime.getAsLong();
    // agents that come at the same time are given the same token
    if (jws != null && jws.equals(last)) {
      return true;
    }
    try {
      Token token = verifier.verify(jws);
      behind = sequence.ahead(token) || behind;
      sequence.check(token);
      boolean setForward = clock.saw(token.issuedAt(), now);
      apply(token, setForward);
      // last: a failure above leaves the old lease to end
      sequence.taken(token);
      lease.renew(clock.nanosAt(token.issuedAt()), token.lease(), now);
      table.renewed();
      last = jws;
      whenHeard.run();
      if (!lease.holds(now)) {
        say.say("a grant token arrived when its lease had ended; values stay masked");
      }
      return true;
    } catch (InvalidTokenException refused) {
      say.say("a grant token is refused", refused);
      return false;
    }
  }

  /** Whether the service has grants that have not arrived here. */
  boolean behind() {
    return behind;
  }

  private void apply(Token token, boolean setForward) {
    if (token instanceof Snapshot snapshot) {
      grants = snapshot;
      behind = false;
      place();
      receipts.applied(snapshot.epoch(), snapshot.version());
    } else if (setForward && grants != null) {
      place(); // this machine slept, or the grants had been slow to come: they end earlier
    }
  }

  private void place() {
    int leftOut = table.apply(grants, clock);
    if (leftOut > 0) {
      say.say(leftOut + " grants are left out: too many at once for one JVM");
    }
  }
}
