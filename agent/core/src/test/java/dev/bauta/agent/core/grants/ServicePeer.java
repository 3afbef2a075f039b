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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The grant service's side of the wire: a real HTTP server that signs real tokens. */
final class ServicePeer implements AutoCloseable {

  final KeyPair keys = Keys.generate();
  final TokenSigner signer = new TokenSigner(Keys.kid(keys.getPublic()), keys.getPrivate());
  final List<String> receipts = new CopyOnWriteArrayList<>();
  final List<String> masked = new CopyOnWriteArrayList<>();
  final List<String> headers = new CopyOnWriteArrayList<>();
  final AtomicInteger polls = new AtomicInteger();
  volatile int streamStatus = 200;
  volatile int receiptStatus = 204;
  volatile Duration lease = Duration.ofSeconds(15);

  /** What a stream begins with, and a poll answers; null: nothing, and 404. */
  volatile Supplier<String> first;

  private final AtomicLong issued = new AtomicLong(Instant.now().toEpochMilli());
  private final List<HttpExchange> streams = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int port;
  private HttpServer server;

  ServicePeer() throws IOException {
    port = start(0);
  }

  GrantSettings settings(Duration maxLease) {
    return new GrantSettings(
        URI.create("http://127.0.0.1:" + port),
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
    sendRaw("event: grants\ndata: " + jws + "\n\n");
  }

  void sendRaw(String text) {
    for (HttpExchange stream : streams) {
      try {
        OutputStream out = stream.getResponseBody();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
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

  /** As a process that is killed: its connections are cut, its port is free. */
  void kill() {
    server.stop(0);
    streams.clear();
  }

  void startAgain() throws IOException {
    start(port);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private int start(int atPort) throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", atPort), 0);
    server.setExecutor(threads);
    server.createContext("/agent/v1/stream", this::stream);
    server.createContext("/agent/v1/grants", this::grants);
    server.createContext("/agent/v1/receipts", this::receipt);
    server.createContext(
        "/agent/v1/masked",
        exchange -> {
          masked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          answer(exchange, 204);
        });
    server.start();
    return server.getAddress().getPort();
  }

  private void stream(HttpExchange exchange) throws IOException {
    headers.add(exchange.getRequestHeaders().entrySet().toString());
    if (streamStatus != 200) {
      exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port + "/elsewhere");
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
      answer(exchange, streamStatus);
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    Supplier<String> token = first;
    String text = token == null ? ": welcome\n\n" : "event: grants\ndata: " + token.get() + "\n\n";
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.US_ASCII));
    exchange.getResponseBody().flush();
    streams.add(exchange);
  }

  private void grants(HttpExchange exchange) throws IOException {
    polls.incrementAndGet();
    Supplier<String> token = first;
    if (token == null) {
      answer(exchange, 404);
      return;
    }
    byte[] body = token.get().getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().add("ETag", "\"1.1\"");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void receipt(HttpExchange exchange) throws IOException {
    receipts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    answer(exchange, receiptStatus);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
