package dev.bauta.service.http;

import dev.bauta.service.access.GrantTokens;
import dev.bauta.service.access.GrantTokens.Signed;
import dev.bauta.service.access.Position;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connected agents of one audience. Frames are made and offered under the group's lock, so that
 * no agent is offered an older one after a newer; a frame is signed once for all of them. Nothing
 * in here waits for an agent.
 */
final class StreamGroup {
  private static final Duration FRESH = Duration.ofMillis(500);

  private final Audience audience;
  private final GrantTokens tokens;
  private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
  private Signed snapshot; // guarded by this
  private byte[] frame; // guarded by this

  StreamGroup(Audience audience, GrantTokens tokens) {
    this.audience = audience;
    this.tokens = tokens;
  }

  Collection<StreamClient> clients() {
    return clients;
  }

  Audience audience() {
    return audience;
  }

  /** Adds an agent and offers it the grants. */
  synchronized void join(StreamClient client, Instant now) {
    // when all agents come back at once, they share a signature
    if (snapshot == null || Duration.between(snapshot.issuedAt(), now).compareTo(FRESH) > 0) sign();
    clients.add(client);
    client.snapshot(frame);
  }

  void leave(StreamClient client) {
    clients.remove(client);
  }

  /**
   * Offers the grants to all, if they are at another position than those offered last; returns
   * whether.
   */
  synchronized boolean catchUp(Position newest) {
    if (clients.isEmpty() || (snapshot != null && snapshot.position().equals(newest))) return false;
    offerAll();
    return true;
  }

  /** Tells all that nothing has changed, or renews a snapshot that has used up half of its life. */
  synchronized void beat(Instant now) {
    if (clients.isEmpty() || snapshot == null) return;
    if (Duration.between(snapshot.issuedAt(), now).compareTo(tokens.lifetime().dividedBy(2)) > 0) {
      offerAll();
      return;
    }
    Signed heartbeat =
        tokens.heartbeat(audience.service(), audience.environment(), snapshot.position());
    byte[] bytes = frame("heartbeat", heartbeat);
    for (StreamClient client : clients) client.heartbeat(bytes);
  }

  private void offerAll() {
    sign();
    for (StreamClient client : clients) client.snapshot(frame);
  }

  private void sign() {
    snapshot = tokens.snapshot(audience.service(), audience.environment());
    frame = frame("grants", snapshot);
  }

  private static byte[] frame(String event, Signed token) {
    String id = token.position().epoch() + "." + token.position().version();
    return ("event: " + event + "\nid: " + id + "\ndata: " + token.jws() + "\n\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
