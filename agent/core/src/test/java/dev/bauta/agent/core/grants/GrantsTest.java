package dev.bauta.agent.core.grants;

import static dev.bauta.agent.core.grants.ServicePeer.grant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import dev.bauta.engine.PiiType;
import dev.bauta.grants.Keys;
import dev.bauta.grants.TokenSigner;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The agent's side of the grants against a real HTTP server and real signatures. */
class GrantsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private ServicePeer peer;
  private Grants grants;
  private final List<String> said = new CopyOnWriteArrayList<>();

  @BeforeEach
  void connect() throws IOException {
    peer = new ServicePeer();
    grants =
        new Grants(
            peer.settings(Duration.ofSeconds(60)),
            () -> List.of(new Masked("json", "email", 7), new Masked("jdbc", "phone", 0)));
    grants.start(said::add);
    await().until(() -> peer.streams() == 1);
  }

  @AfterEach
  void disconnect() {
    peer.close();
  }

  @Test
  void whatIsMaskedHere_isTold_inNumbersOnly() {
    await().atMost(Duration.ofSeconds(10)).until(() -> !peer.masked.isEmpty());
    assertThat(peer.masked.get(0))
        .contains("\"counts\":[{\"sink\":\"json\",\"type\":\"email\",\"count\":7}]");
  }

  @Test
  void beforeAnyWordOfTheService_nothingIsShown() {
    assertThat(grants.anyLive()).isFalse();
    assertThat(sees("grace", PiiType.EMAIL)).isFalse();
  }

  @Test
  void aGrant_showsItsTypesToItsPersonAndNobodyElse() {
    peer.send(peer.snapshot(1, grant("g1", "grace", HOUR, 100, "email")));
    await().until(() -> sees("grace", PiiType.EMAIL));
    assertThat(sees("grace", PiiType.PHONE)).isFalse();
    assertThat(sees("ada", PiiType.EMAIL)).isFalse();
    assertThat(grants.reveal("grace", "jdbc", PiiType.EMAIL, "email", null)).isFalse();
  }

  @Test
  void aGrantThatIsMissing_isRevoked() {
    peer.send(peer.snapshot(1, grant("g1", "grace", HOUR, 100, "email")));
    await().until(() -> sees("grace", PiiType.EMAIL));
    peer.send(peer.snapshot(2));
    await().until(() -> !sees("grace", PiiType.EMAIL));
    assertThat(grants.anyLive()).isFalse();
  }

  @Test
  void theLeaseRunsOut_andEverythingIsMasked() {
    peer.lease = Duration.ofMillis(700);
    peer.send(peer.snapshot(1, grant("g1", "grace", HOUR, 1_000_000, "email")));
    await().until(() -> sees("grace", PiiType.EMAIL));
    await().atMost(Duration.ofSeconds(3)).until(() -> !sees("grace", PiiType.EMAIL));
    await().until(() -> !grants.anyLive());
    peer.send(peer.snapshot(1, grant("g1", "grace", HOUR, 1_000_000, "email")));
    await().until(() -> sees("grace", PiiType.EMAIL));
  }

  @Test
  void heartbeats_keepTheLease() throws InterruptedException {
    peer.lease = Duration.ofMillis(800);
    peer.send(peer.snapshot(1, grant("g1", "grace", HOUR, 1_000_000, "email")));
    await().until(() -> sees("grace", PiiType.EMAIL));
    for (int i = 0; i < 8; i++) {
      Thread.sleep(200);
      peer.send(peer.heartbeat(1));
    }
    assertThat(sees("grace", PiiType.EMAIL)).isTrue();
  }

  @Test
  void aGrantEndsByItself_withTheServiceGone() {
    peer.send(peer.snapshot(1, grant("g1", "grace", Duration.ofMillis(900), 1_000_000, "email")));
    await().until(() -> sees("grace", PiiType.EMAIL));
    peer.close();
    await().atMost(Duration.ofSeconds(3)).until(() -> !sees("grace", PiiType.EMAIL));
  }

  @Test
  void anOlderVersion_isRefusedAndSaidSo() {
    peer.send(peer.snapshot(5));
    peer.send(peer.snapshot(4, grant("g1", "grace", HOUR, 100, "email")));
    await().until(() -> said.stream().anyMatch(line -> line.contains("older than the grants")));
    assertThat(sees("grace", PiiType.EMAIL)).isFalse();
  }

  @Test
  void aReplayedToken_isRefused() {
    String first = peer.snapshot(1, grant("g1", "grace", HOUR, 100, "email"));
    peer.send(first);
    await().until(() -> sees("grace", PiiType.EMAIL));
    peer.send(peer.snapshot(2));
    await().until(() -> !sees("grace", PiiType.EMAIL));
    peer.send(first);
    await().until(() -> said.stream().anyMatch(line -> line.contains("older than")));
    assertThat(sees("grace", PiiType.EMAIL)).isFalse();
  }

  @Test
  void aForgedToken_isRefused() {
    KeyPair stranger = Keys.generate();
    TokenSigner forger = new TokenSigner(peer.signer.kid(), stranger.getPrivate());
    peer.send(
        forger.sign(peer.snapshot(1, 9, Instant.now(), grant("g1", "eve", HOUR, 100, "email"))));
    await().until(() -> said.stream().anyMatch(line -> line.contains("wrong signature")));
    assertThat(sees("eve", PiiType.EMAIL)).isFalse();
  }

  @Test
  void aBudgetOfReveals_isNeverExceeded() throws InterruptedException {
    peer.send(peer.snapshot(1, grant("g1", "grace", HOUR, 500, "email")));
    await().until(grants::anyLive);
    Thread[] threads = new Thread[4];
    int[] shown = new int[threads.length];
    for (int t = 0; t < threads.length; t++) {
      int me = t;
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  shown[me] += sees("grace", PiiType.EMAIL) ? 1 : 0;
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(shown[0] + shown[1] + shown[2] + shown[3]).isEqualTo(500);
    await().until(() -> !grants.anyLive());
  }

  @Test
  void receipts_areRepeatedWithTheSameNumberAndContentUntilTaken() {
    peer.receiptStatus = 503;
    peer.send(peer.snapshot(1, grant("g1", "grace", HOUR, 100, "email")));
    await().until(() -> sees("grace", PiiType.EMAIL));
    await().atMost(Duration.ofSeconds(10)).until(() -> peer.receipts.size() >= 2);
    assertThat(peer.receipts.get(0)).contains("\"number\":1").isEqualTo(peer.receipts.get(1));
    peer.receiptStatus = 204;
    sees("grace", PiiType.EMAIL);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                peer.receipts.stream()
                    .anyMatch(r -> r.contains("\"number\":2") && r.contains("\"count\":")));
  }

  @Test
  void theServiceIsKilled_andMasksFollow_andItComesBack() throws IOException {
    peer.lease = Duration.ofMillis(1_500);
    peer.first = () -> peer.snapshot(1, grant("g1", "grace", HOUR, 1_000_000, "email"));
    peer.send(peer.first.get());
    await().until(() -> sees("grace", PiiType.EMAIL));
    peer.kill();
    await().until(() -> !sees("grace", PiiType.EMAIL));
    await().until(() -> !grants.anyLive());
    assertThat(grants.leaseSeconds()).isZero();
    peer.startAgain();
    await().atMost(Duration.ofSeconds(20)).until(() -> sees("grace", PiiType.EMAIL));
  }

  /** Some proxies keep a stream until it is complete, which it never is. */
  @Test
  void aStreamThatIsHeldBack_isMadeUpForByAsking() {
    peer.first = () -> peer.snapshot(1, grant("g1", "grace", HOUR, 1_000_000, "email"));
    await().atMost(Duration.ofSeconds(10)).until(() -> sees("grace", PiiType.EMAIL));
    assertThat(peer.streams()).isEqualTo(1);
    peer.lease = Duration.ofSeconds(2);
    int polls = peer.polls.get();
    await().atMost(Duration.ofSeconds(30)).until(() -> peer.polls.get() > polls + 3);
    assertThat(sees("grace", PiiType.EMAIL)).isTrue();
  }

  @Test
  void aHeartbeatOfGrantsThatHaveNotArrived_makesTheAgentAsk() {
    peer.send(peer.snapshot(1));
    await().until(() -> grants.leaseSeconds() > 0);
    peer.first = () -> peer.snapshot(2, grant("g1", "grace", HOUR, 100, "email"));
    peer.send(peer.heartbeat(2));
    await().atMost(Duration.ofSeconds(10)).until(() -> sees("grace", PiiType.EMAIL));
    assertThat(peer.polls).hasValueGreaterThan(0);
  }

  @Test
  void aLineWithoutEnd_isNotRead_andTheAgentConnectsAgain() {
    Thread flood =
        new Thread(
            () -> {
              String part = "data: " + "A".repeat(100_000);
              for (int i = 0; i < 30; i++) {
                peer.sendRaw(part);
              }
            });
    flood.setDaemon(true);
    flood.start();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> said.stream().anyMatch(line -> line.contains("a line longer than")));
    await().atMost(Duration.ofSeconds(20)).until(() -> peer.headers.size() > 1);
  }

  @Test
  void aRefusedAgent_saysWhatToCheck_andNeverItsToken() {
    peer.streamStatus = 401;
    peer.kill();
    assertThatNoException().isThrownBy(peer::startAgain);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> said.stream().anyMatch(line -> line.contains("check 'grants.token'")));
    assertThat(String.join("\n", said)).doesNotContain("agent-token");
  }

  @Test
  void aRedirect_isNotFollowed() {
    peer.streamStatus = 302;
    peer.kill();
    assertThatNoException().isThrownBy(peer::startAgain);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> said.stream().anyMatch(line -> line.contains("redirects are not followed")));
  }

  @Test
  void itsThreads_inheritNothingOfTheApplications() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("bauta-grants")) {
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getContextClassLoader()).isSameAs(Grants.class.getClassLoader());
      }
    }
  }

  /**
   * Who revoked waits for the agents' word: it must not wait for the next try of a failed batch.
   */
  @Test
  void onceTheServiceIsHeardAgain_receiptsAreSentAtOnce() {
    peer.receiptStatus = 503;
    peer.send(peer.snapshot(1));
    await().atMost(Duration.ofSeconds(30)).until(() -> peer.receipts.size() >= 4);
    peer.receiptStatus = 204;
    peer.send(peer.snapshot(2));
    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> peer.receipts.stream().anyMatch(r -> r.contains("\"version\":2")));
  }

  @Test
  void theVersionInForce_isReportedWithinTwoSeconds() {
    peer.send(peer.snapshot(7));
    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> peer.receipts.stream().anyMatch(r -> r.contains("\"version\":7")));
  }

  private boolean sees(String person, PiiType type) {
    return grants.reveal(person, "json", type, "field", null);
  }
}
