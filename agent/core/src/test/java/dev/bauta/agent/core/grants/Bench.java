package dev.bauta.agent.core.grants;

import dev.bauta.engine.PiiType;
import dev.bauta.grants.Grant;
import dev.bauta.grants.Heartbeat;
import dev.bauta.grants.Keys;
import dev.bauta.grants.Scope;
import dev.bauta.grants.Selection;
import dev.bauta.grants.Snapshot;
import dev.bauta.grants.TokenSigner;
import dev.bauta.grants.TokenVerifier;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An agent's table, lease, receipts and token intake as they are put together, on a fake clock. */
final class Bench {

  static final Duration HOUR = Duration.ofHours(1);
  static final Duration LEASE = Duration.ofSeconds(15);

  final FakeTime time = new FakeTime();
  final List<String> said = new ArrayList<>();
  final KeyPair keys = Keys.generate();
  final TokenSigner signer = new TokenSigner(Keys.kid(keys.getPublic()), keys.getPrivate());
  final Lease lease = new Lease(time::wallMillis, Duration.ofSeconds(60));
  final Receipts receipts = new Receipts();
  final GrantTable table = new GrantTable(time::nanos, lease, receipts);
  final TokenIntake intake =
      new TokenIntake(
          new TokenVerifier(Map.of(signer.kid(), keys.getPublic()), "desk", "test", time),
          time::nanos,
          table,
          lease,
          receipts,
          new Say(said::add, time::nanos),
          () -> {});

  private Instant last = Instant.MIN;

  /** The service tells its grants, and they arrive at once. */
  boolean tell(long version, Grant... grants) {
    return intake.accept(snapshot(1, version, grants));
  }

  boolean beat(long version) {
    return intake.accept(heartbeat(1, version));
  }

  String snapshot(long epoch, long version, Grant... grants) {
    Instant now = next();
    return signer.sign(
        new Snapshot(
            "peer",
            "desk",
            "test",
            epoch,
            version,
            now,
            now.plusSeconds(600),
            LEASE,
            List.of(grants)));
  }

  String heartbeat(long epoch, long version) {
    Instant now = next();
    return signer.sign(
        new Heartbeat("peer", "desk", "test", epoch, version, now, now.plusSeconds(600), LEASE));
  }

  /** By the service's clock, each later than the last. */
  private Instant next() {
    Instant now = time.instant();
    last = now.isAfter(last) ? now : last.plusMillis(1);
    return last;
  }

  Grant grant(String id, String person, Duration length, String... types) {
    return grant(id, person, length, 1_000, scope(Selection.any(), Optional.empty(), types));
  }

  Grant grant(String id, String person, Duration length, long maxReveals, Scope scope) {
    Instant now = time.instant();
    return new Grant(
        id, Set.of(person), scope, now, now.plus(length), maxReveals, "h", Set.of("ada"), "1");
  }

  static Scope scope(Selection fields, Optional<String> subject, String... types) {
    return new Scope("desk", "test", Set.of("json"), Set.of(types), fields, subject);
  }

  boolean sees(String person) {
    return sees(person, PiiType.EMAIL);
  }

  boolean sees(String person, PiiType type) {
    return table.reveal(person, "json", type, "mail", "customer-7");
  }
}
