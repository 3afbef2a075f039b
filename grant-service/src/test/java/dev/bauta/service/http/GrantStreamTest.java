package dev.bauta.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bauta.grants.Heartbeat;
import dev.bauta.grants.InvalidTokenException;
import dev.bauta.grants.Keys;
import dev.bauta.grants.Snapshot;
import dev.bauta.grants.Token;
import dev.bauta.grants.TokenVerifier;
import dev.bauta.service.app.RunningService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantStreamTest {
  @TempDir Path folder;
  private RunningService service;

  @BeforeEach
  void start() {
    service = RunningService.start(folder, "grants: {heartbeat: 300ms, lease: 1s}");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  /** An agent as it should be: verifies every token, keeps them all. */
  private final class Listener implements AutoCloseable {
    final List<Token> tokens = new CopyOnWriteArrayList<>();
    final List<InvalidTokenException> invalid = new CopyOnWriteArrayList<>();
    final HttpURLConnection connection;
    volatile boolean ended;

    Listener(String agent) throws IOException {
      String query = "/agent/v1/stream?service=desk&environment=production&agent=" + agent;
      connection = (HttpURLConnection) URI.create(service.url() + query).toURL().openConnection();
      connection.setRequestProperty("Authorization", "Bearer desk-agents-token");
      assertThat(connection.getContentType()).isEqualTo("text/event-stream");
      Thread reader = new Thread(this::read);
      reader.setDaemon(true);
      reader.start();
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
        PublicKey trust =
            Keys.readPublic(Files.readString(service.data().resolve("keys/grants.pub")));
        TokenVerifier verifier =
            new TokenVerifier(
                Map.of(Keys.kid(trust), trust), "desk", "production", Clock.systemUTC());
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("data: ")) tokens.add(verifier.verify(line.substring(6)));
        }
      } catch (InvalidTokenException e) {
        invalid.add(e);
      } catch (IOException e) {
        ended = true;
      }
    }

    List<Snapshot> snapshots() {
      return tokens.stream().filter(Snapshot.class::isInstance).map(Snapshot.class::cast).toList();
    }

    long beats() {
      return tokens.stream().filter(Heartbeat.class::isInstance).count();
    }

    @Override
    public void close() {
      assertThat(invalid).isEmpty();
      assertThat(ended).isFalse();
      connection.disconnect();
    }
  }

  @Test
  void snapshotOnConnecting_aNewOneOnEveryChange_heartbeatsInBetween_eachLaterThanTheLast()
      throws Exception {
    try (Listener agent = new Listener("a1")) {
      await().until(() -> agent.snapshots().size() == 1);
      assertThat(agent.snapshots().get(0).grants()).isEmpty();
      await().until(() -> agent.beats() >= 2);

      String id = service.approved();
      await().until(() -> agent.snapshots().size() == 2);
      assertThat(agent.snapshots().get(1).grants())
          .singleElement()
          .satisfies(g -> assertThat(g.people()).containsExactly("grace"));

      service.post(
          "linus",
          "/api/v1/grants/" + id.replace("req-", "grant-") + "/revoke",
          "{\"reason\":\"done\"}");
      await().until(() -> agent.snapshots().size() == 3);
      assertThat(agent.snapshots().get(2).grants()).isEmpty(); // taken back by absence
      await().until(() -> agent.tokens.get(agent.tokens.size() - 1) instanceof Heartbeat);

      Instant last = Instant.EPOCH;
      long version = 0;
      for (Token token : agent.tokens) {
        Instant issued =
            token instanceof Snapshot s ? s.issuedAt() : ((Heartbeat) token).issuedAt();
        long at = token instanceof Snapshot s ? s.version() : ((Heartbeat) token).version();
        assertThat(issued).isAfter(last);
        assertThat(at).isGreaterThanOrEqualTo(version);
        last = issued;
        version = at;
      }
      assertThat(version).isEqualTo(2);
    }
  }

  @Test
  void connectedAgents_areShown_withTheirLease_andWhatTheyConfirmed() throws Exception {
    try (Listener agent = new Listener("a1")) {
      await().until(() -> agent.snapshots().size() == 1);
      String id = service.approved();
      await().until(() -> agent.snapshots().size() == 2);
      Snapshot newest = agent.snapshots().get(1);
      assertThat(service.get("grace", "/api/v1/requests/" + id).json().path("agents").toString())
          .isEqualTo("{\"confirmed\":0,\"of\":1}");
      String receipt =
          "{\"agent\":\"a1\",\"service\":\"desk\",\"environment\":\"production\",\"number\":1,\"applied\":{\"epoch\":"
              + newest.epoch()
              + ",\"version\":"
              + newest.version()
              + "},\"counts\":[]}";
      assertThat(service.post("desk-agents", "/agent/v1/receipts", receipt).status())
          .isEqualTo(204);
      assertThat(service.get("grace", "/api/v1/requests/" + id).json().path("agents").toString())
          .isEqualTo("{\"confirmed\":1,\"of\":1}");
      assertThat(service.get("grace", "/api/v1/requests/" + id).json().path("state").asText())
          .isEqualTo("ACTIVE");
      var shown = service.get("ada", "/api/v1/agents").json().path("agents").path(0);
      assertThat(shown.path("connected").asBoolean()).isTrue();
      assertThat(Instant.parse(shown.path("leaseEnds").asText()))
          .isBefore(Instant.now().plus(Duration.ofSeconds(2)));
    }
    await()
        .until(
            () ->
                !service
                    .get("ada", "/api/v1/agents")
                    .json()
                    .path("agents")
                    .path(0)
                    .path("connected")
                    .asBoolean());
  }

  @Test
  void agentThatNeverReads_stallsNobody_andIsDropped() throws Exception {
    List<Socket> stuck = new ArrayList<>();
    try (Listener agent = new Listener("good")) {
      for (int i = 0; i < 3; i++) stuck.add(neverReading("stuck" + i));
      await().until(() -> connected() == 4);
      // snapshots large enough that the sockets of those who do not read are full soon
      String many = "x".repeat(900);
      for (int i = 0; i < 40; i++) {
        String ask = RunningService.ASK.replace("customer-4711", many + i);
        String id = service.post("grace", "/api/v1/requests", ask).json().path("id").asText();
        assertThat(service.post("linus", "/api/v1/requests/" + id + "/approve", "{}").status())
            .isEqualTo(200);
      }
      for (int i = 0; i < 300; i++) {
        String id = service.asked();
        assertThat(service.post("linus", "/api/v1/requests/" + id + "/approve", "{}").status())
            .isEqualTo(200);
        if (i >= 100 && connected() < 4) break;
      }
      // the good one has the newest state all the same
      long newest =
          Long.parseLong(
              service
                  .get("desk-agents", "/agent/v1/grants?service=desk&environment=production")
                  .headers()
                  .get("etag")
                  .get(0)
                  .replaceAll(".*\\.|\"", ""));
      await().until(() -> agent.snapshots().get(agent.snapshots().size() - 1).version() == newest);
      await().atMost(Duration.ofSeconds(25)).until(() -> connected() == 1);
    } finally {
      for (Socket socket : stuck) socket.close();
    }
  }

  private long connected() {
    String metrics = service.get(null, "/metrics").text();
    return (long)
        Double.parseDouble(metrics.replaceAll("(?s).*\\nbauta_stream_clients ([0-9.]+).*", "$1"));
  }

  private Socket neverReading(String agent) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(
        new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), service.port()));
    String head =
        "GET /agent/v1/stream?service=desk&environment=production&agent="
            + agent
            + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer desk-agents-token\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
