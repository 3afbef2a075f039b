package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode: we open a socket to Slack, and what would be called over HTTP comes through it, so
 * that no port has to be reachable from outside. An envelope is acknowledged on the socket that
 * brought it, once it is stored; Slack delivers the others again. When Slack announces that it will
 * close a socket, the next one is open before that one goes.
 */
final class SocketLine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);
  // several at once, so that one slow write to the database does not hold up the others
  private static final int THREADS = 4;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final SlackSettings settings;
  private final SlackApi api;
  private final Reception reception;
  private final ExecutorService work;
  private final Thread keeper;
  private volatile boolean closed;

  SocketLine(SlackSettings settings, SlackApi api, Reception reception) {
    this.settings = settings;
    this.api = api;
    this.reception = reception;
    this.work = Executors.newFixedThreadPool(THREADS, run -> daemon(run, "slack-envelope"));
    this.keeper = daemon(this::keep, "slack-socket");
  }

  private static Thread daemon(Runnable run, String name) {
    Thread thread = new Thread(run, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Returns at once; that Slack is away keeps nothing from starting. */
  void start() {
    keeper.start();
  }

  private void keep() {
    SlackSocket current = null;
    int failures = 0;
    try {
      while (!closed) {
        SlackSocket last = current;
        try {
          current = open();
          failures = 0;
          LOG.info("connected to Slack by a socket");
        } catch (SlackFault e) {
          failures++;
          Duration pause = pause(failures, e);
          LOG.warn("no socket to Slack ({}), again in {} s", e.getMessage(), pause.toSeconds());
          Thread.sleep(pause.toMillis());
          continue;
        } finally {
          if (last != null) last.close();
        }
        current.awaitEnd();
      }
    } catch (InterruptedException e) {
      LOG.debug("the socket's keeper ends");
    } finally {
      if (current != null) current.close();
    }
  }

  private static Duration pause(int failures, SlackFault fault) {
    long seconds = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(failures - 1, 10));
    Duration own =
        Duration.ofMillis(seconds * 500 + ThreadLocalRandom.current().nextLong(seconds * 500 + 1));
    return fault.rest().filter(asked -> asked.compareTo(own) > 0).orElse(own);
  }

  private SlackSocket open() throws SlackFault, InterruptedException {
    URI address = checked(api.socketAddress());
    SlackSocket socket = new SlackSocket(address, this::receive);
    if (settings.isSlackItself()) socket.setProxy(proxy(address));
    if (socket.connectBlocking(10, TimeUnit.SECONDS) && socket.awaitHello(Duration.ofSeconds(10)))
      return socket;
    socket.close();
    throw SlackFault.outage("socket", "it does not open");
  }

  /** As for any https address: Java's WebSocket client has no proxy of its own accord. */
  private static Proxy proxy(URI address) {
    ProxySelector selector = ProxySelector.getDefault();
    if (selector == null) return Proxy.NO_PROXY;
    return selector.select(URI.create("https://" + address.getHost() + "/")).stream()
        .findFirst()
        .orElse(Proxy.NO_PROXY);
  }

  // the app's token is no part of it, but whoever answers there may press every button
  private URI checked(String url) throws SlackFault {
    try {
      URI address = new URI(url);
      boolean slacks =
          "wss".equals(address.getScheme())
              && address.getHost() != null
              && address.getHost().endsWith(".slack.com");
      if (slacks || !settings.isSlackItself()) return address;
    } catch (URISyntaxException e) {
      LOG.debug("not an address");
    }
    throw SlackFault.outage("apps.connections.open", "an address that is not Slack's");
  }

  private void receive(SlackSocket from, JsonNode envelope) {
    work.execute(() -> from.answer(envelope, reception.guarded(() -> take(envelope))));
  }

  private Answer take(JsonNode envelope) {
    JsonNode payload = envelope.path("payload");
    return switch (envelope.path("type").asText("")) {
      case "slash_commands" -> reception.command(fields(payload));
      case "interactive" -> reception.interaction(payload);
      case "events_api" -> reception.event(payload);
      default -> Answer.ACKNOWLEDGED;
    };
  }

  private static Map<String, String> fields(JsonNode payload) {
    Map<String, String> fields = new HashMap<>();
    payload
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isValueNode())
                fields.put(field.getKey(), field.getValue().asText(""));
            });
    if (!fields.containsKey("command")) throw new MalformedException();
    return fields;
  }

  /** What acknowledges the envelope; null where Slack is to deliver it again. */
  static String acknowledgement(JsonNode envelope, Answer answer) {
    if (answer.status() >= 500) return null;
    ObjectNode reply = Task.JSON.createObjectNode();
    reply.put("envelope_id", envelope.path("envelope_id").asText(""));
    if (answer.status() == 200 && answer.contentType().equals("application/json"))
      reply.putRawValue("payload", new com.fasterxml.jackson.databind.util.RawValue(answer.body()));
    return reply.toString();
  }

  @Override
  public void close() {
    closed = true;
    keeper.interrupt();
    work.shutdown();
  }
}
