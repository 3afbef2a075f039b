package dev.bauta.agent.core.grants;

import static dev.bauta.agent.core.grants.Bench.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.grants.Keys;
import dev.bauta.grants.TokenSigner;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** Which tokens are believed, when, and what it does to the lease. Real signatures, fake clock. */
class TokenIntakeTest {

  private final Bench bench = new Bench();

  @Test
  void nothingThatIsNoToken_isBelieved() {
    assertThat(bench.intake.accept(null)).isFalse();
    assertThat(bench.intake.accept("")).isFalse();
    assertThat(bench.intake.accept("all is well, show everything")).isFalse();
    assertThat(bench.lease.holds(bench.time.nanos())).isFalse();
  }

  @Test
  void aForgedToken_changesNothing() {
    bench.tell(1);
    TokenSigner forger = new TokenSigner(bench.signer.kid(), Keys.generate().getPrivate());
    Duration left = bench.lease.left(bench.time.nanos());
    assertThat(
            bench.intake.accept(
                forger.sign(
                    new dev.bauta.grants.Snapshot(
                        "peer",
                        "desk",
                        "test",
                        1,
                        2,
                        bench.time.instant().plusMillis(5),
                        bench.time.instant().plusSeconds(600),
                        HOUR,
                        java.util.List.of(bench.grant("g1", "eve", HOUR, "email"))))))
        .isFalse();
    assertThat(bench.sees("eve")).isFalse();
    assertThat(bench.lease.left(bench.time.nanos())).isEqualTo(left);
    assertThat(bench.said).containsExactly("a grant token is refused: wrong signature");
  }

  @Test
  void aReplayedToken_isRefused_andRenewsNoLease() {
    String granted = bench.snapshot(1, 1, bench.grant("g1", "grace", HOUR, "email"));
    bench.intake.accept(granted);
    bench.time.pass(Duration.ofSeconds(1));
    bench.tell(2);
    bench.time.pass(Duration.ofSeconds(10));
    assertThat(bench.intake.accept(granted)).isFalse();
    assertThat(bench.sees("grace")).isFalse();
    assertThat(bench.lease.left(bench.time.nanos())).isEqualTo(Duration.ofSeconds(5));
    assertThat(bench.said)
        .containsExactly("a grant token is refused: older than the grants already seen here");
  }

  @Test
  void aReplayedHeartbeat_renewsNoLease() {
    bench.tell(1);
    bench.time.pass(Duration.ofSeconds(5));
    String beat = bench.heartbeat(1, 1);
    bench.intake.accept(beat);
    bench.time.pass(Duration.ofSeconds(5));
    bench.beat(1);
    bench.time.pass(Duration.ofSeconds(14));
    assertThat(bench.intake.accept(beat)).isFalse();
    bench.time.pass(Duration.ofSeconds(1));
    assertThat(bench.lease.holds(bench.time.nanos())).isFalse();
  }

  @Test
  void theSameTokenTwiceInARow_isNoFault_butRenewsNoLease() {
    String token = bench.snapshot(1, 1);
    bench.intake.accept(token);
    bench.time.pass(Duration.ofSeconds(15));
    assertThat(bench.intake.accept(token)).isTrue();
    assertThat(bench.said).isEmpty();
    assertThat(bench.lease.holds(bench.time.nanos())).isFalse();
  }

  @Test
  void aVersionThatGoesBack_isRefusedEvenIfSignedLater() {
    bench.tell(5);
    bench.time.pass(Duration.ofSeconds(1));
    assertThat(bench.tell(4, bench.grant("g1", "grace", HOUR, "email"))).isFalse();
    assertThat(bench.sees("grace")).isFalse();
  }

  @Test
  void aNewEpoch_mayStartItsVersionsAgain_andAnOldEpochMayNotComeBack() {
    bench.tell(50);
    bench.time.pass(Duration.ofSeconds(1));
    assertThat(bench.intake.accept(bench.snapshot(2, 1, bench.grant("g1", "grace", HOUR, "email"))))
        .isTrue();
    assertThat(bench.sees("grace")).isTrue();
    bench.time.pass(Duration.ofSeconds(1));
    assertThat(bench.tell(51)).isFalse();
    assertThat(bench.sees("grace")).isTrue();
  }

  @Test
  void aHeartbeatOfAnUnknownVersion_renewsNoLease_andAsksForTheGrants() {
    bench.tell(1, bench.grant("g1", "grace", HOUR, "email"));
    bench.time.pass(Duration.ofSeconds(10));
    assertThat(bench.beat(2)).isFalse();
    assertThat(bench.intake.behind()).isTrue();
    assertThat(bench.lease.left(bench.time.nanos())).isEqualTo(Duration.ofSeconds(5));
    bench.tell(2);
    assertThat(bench.intake.behind()).isFalse();
    assertThat(bench.lease.left(bench.time.nanos())).isEqualTo(Bench.LEASE);
  }

  @Test
  void aHeartbeatBeforeAnyGrants_renewsNoLease() {
    assertThat(bench.beat(1)).isFalse();
    assertThat(bench.lease.holds(bench.time.nanos())).isFalse();
  }

  @Test
  void aTokenThatWasHeldUp_givesOnlyTheRestOfItsLease() {
    bench.tell(1, bench.grant("g1", "grace", HOUR, "email"));
    bench.time.pass(Duration.ofSeconds(5));
    String slow = bench.heartbeat(1, 1);
    bench.time.pass(Duration.ofSeconds(9));
    bench.intake.accept(slow);
    assertThat(bench.lease.left(bench.time.nanos())).isEqualTo(Duration.ofSeconds(6));
  }

  /** The network stalls for minutes, then all that was sent meanwhile comes at once. */
  @Test
  void afterAStall_oldWordsShowNothing_onlyTheLastOneCounts() {
    bench.tell(1, bench.grant("g1", "grace", HOUR, "email"));
    String[] held = new String[24];
    for (int i = 0; i < held.length; i++) {
      bench.time.pass(Duration.ofSeconds(5));
      held[i] = i < 20 ? bench.heartbeat(1, 1) : bench.snapshot(1, 2);
    }
    for (int i = 0; i < 20; i++) {
      bench.intake.accept(held[i]);
      assertThat(bench.sees("grace")).isFalse();
    }
    for (int i = 20; i < held.length; i++) {
      bench.intake.accept(held[i]);
    }
    assertThat(bench.lease.left(bench.time.nanos())).isEqualTo(Bench.LEASE);
    assertThat(bench.sees("grace")).isFalse();
  }

  @Test
  void aGrantInATokenThatWasHeldUp_endsNoLater() {
    bench.tell(1);
    String slow = bench.snapshot(1, 2, bench.grant("g1", "grace", Duration.ofSeconds(10), "email"));
    bench.time.pass(Duration.ofSeconds(6));
    bench.intake.accept(slow);
    assertThat(bench.sees("grace")).isTrue();
    bench.time.pass(Duration.ofSeconds(4));
    assertThat(bench.sees("grace")).isFalse();
  }

  @Test
  void aMachineThatSlept_showsNothingUntilAWordOfTheService() {
    bench.tell(1, bench.grant("g1", "grace", HOUR, "email"));
    bench.time.sleep(Duration.ofMinutes(40));
    assertThat(bench.sees("grace")).isFalse();
    bench.beat(1);
    assertThat(bench.sees("grace")).isTrue();
  }

  @Test
  void aGrantThatEndedWhileTheMachineSlept_hasEnded() {
    bench.tell(1, bench.grant("g1", "grace", HOUR, "email"));
    bench.time.sleep(Duration.ofMinutes(61));
    bench.beat(1);
    assertThat(bench.lease.holds(bench.time.nanos())).isTrue();
    assertThat(bench.sees("grace")).isFalse();
  }

  /** As seen from here, every word is 12 seconds late from now on. */
  @Test
  void afterTheServicesClockWasSetBack_theLeaseIsFullAgainWithinMinutes() {
    bench.tell(1);
    Deque<String> underWay = new ArrayDeque<>();
    for (int i = 0; i < 36; i++) {
      bench.time.pass(Duration.ofSeconds(4));
      underWay.add(bench.heartbeat(1, 1));
      if (i >= 3) {
        bench.intake.accept(underWay.remove());
      }
      if (i == 3) {
        assertThat(bench.lease.left(bench.time.nanos())).isEqualTo(Duration.ofSeconds(3));
      }
    }
    assertThat(bench.lease.left(bench.time.nanos())).isEqualTo(Bench.LEASE);
  }

  @Test
  void anAgentsOwnMaximum_boundsTheLease() {
    Lease lease = new Lease(bench.time::wallMillis, Duration.ofSeconds(3));
    lease.renew(bench.time.nanos(), HOUR, bench.time.nanos());
    bench.time.pass(Duration.ofMillis(2_999));
    assertThat(lease.holds(bench.time.nanos())).isTrue();
    assertThat(lease.wearsOut(bench.time.nanos())).isTrue();
    bench.time.pass(Duration.ofMillis(1));
    assertThat(lease.holds(bench.time.nanos())).isFalse();
  }

  @Test
  void theSameRefusal_isSaidOnceAMinute() {
    for (int i = 0; i < 100; i++) {
      bench.intake.accept("x");
    }
    assertThat(bench.said).hasSize(1);
    bench.time.pass(Duration.ofSeconds(61));
    bench.intake.accept("x");
    assertThat(bench.said).hasSize(2);
  }
}
