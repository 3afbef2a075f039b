package dev.bauta.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks the agents' side of the grant service's protocol and sends whatever a test wants, also
 * what the real service never would. Thread-safe.
 */
final class StubGrantServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<OutputStream> streams = new CopyOnWriteArrayList<>();
  private volatile String current;

  StubGrantServer(String first) {
    current = first;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(threads);
    server.createContext("/agent/v1/stream", this::stream);
    server.createContext("/agent/v1/grants", this::grants);
    server.createContext("/agent/v1/receipts", StubGrantServer::receipts);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Sends a token on every open stream, and to whoever connects later. */
  void publish(String token) {
    current = token;
    send(token);
  }

  /** Sends a token on the open streams only. */
  void send(String token) {
    for (OutputStream stream : streams) {
      try {
        write(stream, token);
      } catch (IOException gone) {
        streams.remove(stream);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    write(out, current);
    streams.add(out);
  }

  private void grants(HttpExchange exchange) throws IOException {
    byte[] token = current.getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, token.length);
    exchange.getResponseBody().write(token);
    exchange.close();
  }

  private static void receipts(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static synchronized void write(OutputStream out, String token) throws IOException {
    String event = "event: grants\ndata: " + token + "\n\n";
    out.write(event.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
