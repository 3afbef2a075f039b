package dev.bauta.agent.core.grants;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bauta.grants.Grant;
import dev.bauta.grants.Heartbeat;
import dev.bauta.grants.Keys;
import dev.bauta.grants.Scope;
import dev.bauta.grants.Selection;
import dev.bauta.grants.Snapshot;
import dev.bauta.grants.TokenSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The grant service's side of the wire: a real HTTP server that signs real tokens. */
final class ServicePeer implements AutoCloseable {

  final KeyPair keys = Keys.generate();
  final TokenSigner signer = new TokenSigner(Keys.kid(keys.getPublic()), keys.getPrivate());
  final List<String> receipts = new CopyOnWriteArrayList<>();
  volatile int receiptStatus = 204;
  volatile Duration lease = Duration.ofSeconds(15);

  private final AtomicLong issued = new AtomicLong(Instant.now().toEpochMilli());
  private final List<HttpExchange> streams = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  ServicePeer() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/agent/v1/stream", this::stream);
    server.createContext("/agent/v1/grants", exchange -> answer(exchange, 404));
    server.createContext(
        "/agent/v1/receipts",
        exchange -> {
          receipts.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          answer(exchange, receiptStatus);
        });
    server.start();
  }

  GrantSettings settings(Duration maxLease) {
    return new GrantSettings(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        "agent-token",
        Map.of(signer.kid(), keys.getPublic()),
        "desk",
        "test",
        "agent-1",
        maxLease);
  }

  int streams() {
    return streams.size();
  }

  /** Sends a token down every open stream. */
  void send(String jws) {
    for (HttpExchange stream : streams) {
      try {
        OutputStream out = stream.getResponseBody();
        out.write(("event: grants\ndata: " + jws + "\n\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
      } catch (IOException gone) {
        streams.remove(stream);
      }
    }
  }

  String snapshot(long version, Grant... grants) {
    return signer.sign(snapshot(1, version, next(), grants));
  }

  String heartbeat(long version) {
    Instant now = next();
    return signer.sign(
        new Heartbeat("peer", "desk", "test", 1, version, now, now.plusSeconds(60), lease));
  }

  Snapshot snapshot(long epoch, long version, Instant at, Grant... grants) {
    return new Snapshot(
        "peer", "desk", "test", epoch, version, at, at.plusSeconds(60), lease, List.of(grants));
  }

  /** A moment later than the last one, as the service's clock gives it. */
  Instant next() {
    return Instant.ofEpochMilli(
        issued.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis())));
  }

  static Grant grant(String id, String person, Duration length, long maxReveals, String... types) {
    Instant now = Instant.now().minusMillis(100);
    Scope scope =
        new Scope("desk", "test", Set.of("json"), Set.of(types), Selection.any(), Optional.empty());
    return new Grant(
        id, Set.of(person), scope, now, now.plus(length), maxReveals, "h", Set.of("lead"), "1");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(": welcome\n\n".getBytes(StandardCharsets.US_ASCII));
    exchange.getResponseBody().flush();
    streams.add(exchange);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
