package dev.bauta.service.http;

import dev.bauta.service.access.AgentAccount;
import dev.bauta.service.access.GrantTokens;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.Store;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /agent/v1/stream}: server-sent events with signed snapshots and heartbeats. Sits in
 * front of the servlets as a handler of Jetty's own, because a servlet's stream costs a thread or
 * three times the memory per agent, and one agent that does not read would stall all others. One
 * thread looks after all streams: at once when a transaction here changed the grants, twice a
 * second for changes made by another instance on the same database.
 */
public final class GrantStream extends Handler.Wrapper {
  static final String PATH = "/agent/v1/stream";

  private static final Logger LOG = LoggerFactory.getLogger(GrantStream.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration STUCK = Duration.ofSeconds(10);

  private final AgentAccess access;
  private final GrantTokens tokens;
  private final Store store;
  private final Clock clock;
  private final Duration heartbeat;
  private final Map<Audience, StreamGroup> groups = new ConcurrentHashMap<>();
  private final Map<StreamClient, Connected> connected = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastWords = new ConcurrentHashMap<>();
  private final Semaphore changed = new Semaphore(0);
  private final Thread thread = new Thread(this::loop, "grant-stream");
  private volatile boolean stopping;

  public GrantStream(
      AgentAccess access, GrantTokens tokens, Store store, Clock clock, Duration heartbeat) {
    this.access = access;
    this.tokens = tokens;
    this.store = store;
    this.clock = clock;
    this.heartbeat = heartbeat;
    thread.setDaemon(true);
  }

  /** An agent with an open stream. */
  record Connected(String agent, Audience audience, Instant since) {}

  /** The grants have changed: tell the agents now. Never blocks. */
  public void grantsChanged() {
    changed.release();
  }

  public int clients() {
    return connected.size();
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    thread.start();
  }

  @Override
  protected void doStop() throws Exception {
    stopping = true;
    changed.release();
    connected.keySet().forEach(StreamClient::end);
    super.doStop();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!Request.getPathInContext(request).equals(PATH))
      return super.handle(request, response, callback);
    if (!request.getMethod().equals("GET"))
      return refuse(response, callback, new AgentAccess.Refusal(405, "Only GET is answered here."));
    Fields query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    String service = query.getValue("service");
    String environment = query.getValue("environment");
    String agent = query.getValue("agent");
    AgentAccount account;
    try {
      String address =
          access
              .gate()
              .address(
                  Request.getRemoteAddr(request),
                  request.getHeaders().get(HttpHeader.X_FORWARDED_FOR));
      account = access.account(request.getHeaders().get(HttpHeader.AUTHORIZATION), address);
      access.check(account, service, environment, agent);
      access.gate().oneMoreStream(connected.size());
    } catch (TooManyException e) {
      return refuse(response, callback, Problems.of(e));
    } catch (AgentAccess.Refusal refusal) {
      return refuse(response, callback, refusal);
    }
    open(
        new Connected(agent, new Audience(service, environment), clock.instant()),
        request,
        response,
        callback);
    return true;
  }

  private void open(Connected agent, Request request, Response response, Callback callback) {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Accel-Buffering", "no");
    StreamGroup group = groups.computeIfAbsent(agent.audience(), a -> new StreamGroup(a, tokens));
    StreamClient client =
        new StreamClient(
            (frame, written) -> response.write(false, frame, written),
            cause -> hangUp(request, callback, cause),
            gone -> leave(group, gone),
            System::nanoTime);
    request.addFailureListener(client::failed);
    connected.put(client, agent);
    try {
      group.join(client, clock.instant());
    } catch (RuntimeException e) {
      client.failed(e);
      throw e;
    }
  }

  private static void hangUp(Request request, Callback callback, Throwable cause) {
    callback.failed(cause);
    // a write that is stuck in the socket ends only with the socket
    request.getConnectionMetaData().getConnection().getEndPoint().close(cause);
  }

  private void leave(StreamGroup group, StreamClient client) {
    group.leave(client);
    Connected agent = connected.remove(client);
    if (agent != null) lastWord(client).ifPresent(at -> lastWords.put(agent.agent(), at));
  }

  private java.util.Optional<Instant> lastWord(StreamClient client) {
    long nanos = client.sinceWritten();
    return nanos < 0
        ? java.util.Optional.empty()
        : java.util.Optional.of(clock.instant().minusNanos(nanos));
  }

  /** The agents whose stream is open here. */
  List<Connected> connected() {
    return List.copyOf(connected.values());
  }

  /**
   * When the lease of that agent ends, as far as this instance has renewed it; empty if it never
   * did.
   */
  java.util.Optional<Instant> leaseEnd(String agent) {
    List<Instant> words = new ArrayList<>();
    connected.forEach(
        (client, c) -> lastWord(client).filter(w -> c.agent().equals(agent)).ifPresent(words::add));
    if (lastWords.containsKey(agent)) words.add(lastWords.get(agent));
    return words.stream().max(Instant::compareTo).map(w -> w.plus(tokens.lease()));
  }

  private void loop() {
    long nextBeat = System.nanoTime() + heartbeat.toNanos();
    while (!stopping) {
      try {
        if (changed.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) changed.drainPermits();
        catchUp();
        if (System.nanoTime() - nextBeat >= 0) {
          nextBeat = System.nanoTime() + heartbeat.toNanos();
          beat();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // without the database nobody knows what is still granted: no word goes out, and the
        // agents' leases end
        LOG.warn("cannot tell the agents anything: {}", e.getMessage());
      }
    }
  }

  private void catchUp() {
    for (StreamGroup group : groups.values()) {
      if (group.clients().isEmpty()) continue;
      Position newest = store.position(group.audience().service(), group.audience().environment());
      group.catchUp(newest);
    }
  }

  private void beat() {
    Instant now = clock.instant();
    for (StreamGroup group : groups.values()) group.beat(now);
    connected.keySet().forEach(client -> client.dropIfStuck(STUCK.toNanos()));
    lastWords.values().removeIf(word -> word.isBefore(now.minus(Duration.ofHours(1))));
  }

  private static boolean refuse(Response response, Callback callback, AgentAccess.Refusal refusal) {
    return refuse(response, callback, Problems.of(refusal));
  }

  private static boolean refuse(Response response, Callback callback, Problem problem) {
    response.setStatus(problem.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (problem.status() == 401) response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
    if (problem.retryAfter() > 0)
      response.getHeaders().put(HttpHeader.RETRY_AFTER, problem.retryAfter());
    response.write(true, java.nio.ByteBuffer.wrap(problem.bytes()), callback);
    return true;
  }
}
