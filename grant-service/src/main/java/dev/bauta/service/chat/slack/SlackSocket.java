package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One socket of Slack's, from its hello to its end. */
final class SlackSocket extends WebSocketClient {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);
  // a peer that answers no ping for that long is gone
  private static final int LOST_SECONDS = 20;

  private final BiConsumer<SlackSocket, JsonNode> envelopes;
  private final CountDownLatch hello = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  SlackSocket(URI address, BiConsumer<SlackSocket, JsonNode> envelopes) {
    super(address);
    this.envelopes = envelopes;
    setConnectionLostTimeout(LOST_SECONDS);
    setDaemon(true);
    setTcpNoDelay(true);
  }

  boolean awaitHello(Duration longest) throws InterruptedException {
    return hello.await(longest.toMillis(), TimeUnit.MILLISECONDS) && end.getCount() > 0;
  }

  /** Returns when it is closed, or about to be. */
  void awaitEnd() throws InterruptedException {
    end.await();
  }

  void answer(JsonNode envelope, Answer answer) {
    String reply = SocketLine.acknowledgement(envelope, answer);
    if (reply == null) return;
    try {
      send(reply);
    } catch (WebsocketNotConnectedException e) {
      // Slack delivers it again, and it is found to be done
      LOG.info("a socket was gone before its envelope was acknowledged");
    }
  }

  @Override
  public void onMessage(String text) {
    try {
      JsonNode message = Task.JSON.readTree(text);
      switch (message.path("type").asText("")) {
        case "hello" -> hello.countDown();
        case "disconnect" -> {
          LOG.info("Slack closes the socket soon: {}", message.path("reason").asText("").strip());
          end.countDown();
        }
        default -> {
          if (message.hasNonNull("envelope_id")) envelopes.accept(this, message);
        }
      }
    } catch (JsonProcessingException e) {
      LOG.warn("Slack sent something that is not JSON");
    }
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    // it counts from Slack's hello on
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    end.countDown();
  }

  @Override
  public void onError(Exception fault) {
    LOG.info("the socket to Slack: {}", fault.getClass().getSimpleName());
  }
}
