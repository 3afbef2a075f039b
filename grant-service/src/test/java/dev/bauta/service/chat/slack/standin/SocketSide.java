package dev.bauta.service.chat.slack.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * Slack's end of Socket Mode: an address is good for one socket; each envelope goes to one of the
 * open ones, at random, and again to any of them until it is acknowledged.
 */
final class SocketSide extends WebSocketServer {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DELIVERIES = 4;

  private final String token = "xapp-stand-in-" + Long.toHexString(System.nanoTime());
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final List<WebSocket> open = new CopyOnWriteArrayList<>();
  private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<String> violations;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  SocketSide(List<String> violations) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.violations = violations;
    setReuseAddr(true);
    setDaemon(true);
  }

  String token() {
    return token;
  }

  String newAddress() {
    String ticket = UUID.randomUUID().toString();
    tickets.add(ticket);
    return "ws://127.0.0.1:" + port.join() + "/link/?ticket=" + ticket;
  }

  List<WebSocket> sockets() {
    return List.copyOf(open);
  }

  /** Announces the end of every socket, as Slack does every few hours. */
  void refresh() {
    for (WebSocket socket : open)
      socket.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\",\"debug_info\":{}}");
  }

  /** Cuts every socket without a word. */
  void cut() {
    open.forEach(socket -> socket.closeConnection(1006, "cut"));
  }

  /**
   * Delivers it, three more times at most.
   *
   * @return the acknowledgement's payload, or null when there was none
   */
  JsonNode deliver(String type, JsonNode payload) {
    String id = UUID.randomUUID().toString();
    CompletableFuture<JsonNode> acknowledged = new CompletableFuture<>();
    waiting.put(id, acknowledged);
    for (int attempt = 0; attempt < DELIVERIES; attempt++) {
      ObjectNode envelope = JSON.createObjectNode();
      envelope.put("envelope_id", id).put("type", type);
      envelope.put("accepts_response_payload", !type.equals("events_api"));
      envelope.set("payload", payload);
      if (attempt > 0) envelope.put("retry_attempt", attempt).put("retry_reason", "timeout");
      try {
        socket().send(envelope.toString());
        return acknowledged.get(3, TimeUnit.SECONDS);
      } catch (TimeoutException | RuntimeException e) {
        // once more
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    return null;
  }

  private WebSocket socket() throws InterruptedException {
    for (int i = 0; open.isEmpty() && i < 500; i++) Thread.sleep(20);
    List<WebSocket> all = new ArrayList<>(open);
    if (all.isEmpty()) throw new IllegalStateException("the app has no socket open");
    return all.get(ThreadLocalRandom.current().nextInt(all.size()));
  }

  @Override
  public void onStart() {
    port.complete(getPort());
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    String ticket = handshake.getResourceDescriptor().replaceFirst(".*ticket=", "");
    if (!tickets.remove(ticket)) {
      violations.add("a socket with an address that was used before");
      socket.close();
      return;
    }
    socket.send(
        "{\"type\":\"hello\",\"num_connections\":1,\"connection_info\":{},\"debug_info\":{}}");
    open.add(socket);
  }

  @Override
  public void onMessage(WebSocket socket, String message) {
    try {
      JsonNode reply = JSON.readTree(message);
      CompletableFuture<JsonNode> envelope = waiting.get(reply.path("envelope_id").asText());
      if (envelope == null) violations.add("acknowledged what was never sent");
      else envelope.complete(reply.path("payload"));
    } catch (JsonProcessingException e) {
      violations.add("a reply that is not JSON");
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    open.remove(socket);
  }

  @Override
  public void onError(WebSocket socket, Exception fault) {
    if (socket == null) port.completeExceptionally(fault);
  }
}
