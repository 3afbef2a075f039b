package dev.bauta.service.chat.slack.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Slack, as far as an app can see it: the Web API over HTTP, and signed requests to the app. It is
 * as strict as Slack about tokens, scopes, triggers, channels and Block Kit; what an app may never
 * do is also kept in {@link #violations}. Listens on loopback only. Thread-safe.
 *
 * <p>Start it, {@link #connect} it to the app, then act as its users: {@link #command}, {@link
 * #press}, {@link #submit}.
 */
public final class SlackStandIn implements AutoCloseable {
  public static final String TEAM = "T0BAUTA";
  public static final String APP = "A0BAUTA";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String botToken = "xoxb-" + "stand-in-" + Long.toHexString(System.nanoTime());
  private final String signingSecret = "5ec2e7" + Long.toHexString(System.nanoTime());
  private final Workspace workspace = new Workspace();
  private final List<String> socketViolations = new CopyOnWriteArrayList<>();
  private final SocketSide sockets = new SocketSide(socketViolations);
  private final WebApi api = new WebApi(workspace, sockets, botToken);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private volatile URI events;
  private volatile boolean socketMode;
  private volatile Clock clock = Clock.systemUTC();

  private SlackStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", api::handle);
    server.setExecutor(threads);
    server.start();
    sockets.start();
  }

  public static SlackStandIn start() {
    try {
      return new SlackStandIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the app listens for commands and interactions. */
  public void connect(URI eventsAddress) {
    events = eventsAddress;
  }

  public String botToken() {
    return botToken;
  }

  /** From now on everything goes to the app by the sockets that it has opened. */
  public void bySocket() {
    socketMode = true;
  }

  /** How many sockets the app holds open. */
  public int openSockets() {
    return sockets.sockets().size();
  }

  /** Tells the app that its sockets are closed soon. */
  public void refreshSockets() {
    sockets.refresh();
  }

  public void cutSockets() {
    sockets.cut();
  }

  public String appToken() {
    return sockets.token();
  }

  public String signingSecret() {
    return signingSecret;
  }

  /** For {@code slack.api-url}. */
  public String apiUrl() {
    return address("/api/");
  }

  /** For {@code slack.response-url}. */
  public String responseUrl() {
    return address("/response/");
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  // the workspace

  /** Makes a channel that the app is a member of, with these users. */
  public void channel(String channel, String... users) {
    workspace.channel(channel, Set.of(users));
  }

  public void removeChannel(String channel) {
    workspace.removeChannel(channel);
  }

  public void delete(Message message) {
    workspace.delete(message.channel(), message.ts());
  }

  /** What was posted there, in order, ephemeral messages included, each in its newest form. */
  public List<Message> messages(String channel) {
    return workspace.messages(channel);
  }

  /** What the app wrote to that user directly. */
  public List<Message> directMessages(String user) {
    return workspace.messages(workspace.direct(user));
  }

  /** Waits for a message, and fails after a while. */
  public Message awaitMessage(String channel, Predicate<Message> wanted) {
    return await(
        "a message in " + channel + " like that; there are " + messages(channel),
        () -> messages(channel).stream().filter(wanted).reduce((a, b) -> b).orElse(null));
  }

  public Message awaitDirectMessage(String user, Predicate<Message> wanted) {
    return awaitMessage(workspace.direct(user), wanted);
  }

  /** Waits for the form in front of that user. */
  public Modal awaitModal(String user) {
    return await(
        "a form in front of " + user,
        () -> workspace.modals(user).stream().reduce((a, b) -> b).orElse(null));
  }

  public List<Modal> modals(String user) {
    return workspace.modals(user);
  }

  private static <T> T await(String what, Supplier<T> look) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      T found = look.get();
      if (found != null) return found;
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("waited in vain for " + what);
  }

  // faults

  /** The next call of that method ({@code chat.postMessage}, {@code response_url}) goes wrong. */
  public void fail(String method, Fault fault) {
    api.fail(method, fault);
  }

  /** Every call is answered with 503 until it is over. */
  public void outage(boolean away) {
    api.outage(away);
  }

  /** Every call takes that long. */
  public void slow(Duration delay) {
    api.delay(delay);
  }

  /** The app has these scopes. */
  public void scopes(Set<String> granted) {
    api.scopes(granted);
  }

  public void expireTriggers() {
    workspace.expireTriggers();
  }

  /** The time that is stamped on requests. */
  public void clock(Clock stamps) {
    clock = stamps;
  }

  /** What the app did that Slack does not allow; empty if all is well. */
  public List<String> violations() {
    List<String> all = new ArrayList<>(api.violations());
    all.addAll(socketViolations);
    return all;
  }

  /** How often the app called that method, successfully or not. */
  public long calls(String method) {
    return api.calls().stream().filter(c -> c.method().equals(method)).count();
  }

  /** Everything the app has sent, as text. */
  public String allSent() {
    return api.calls().stream()
        .map(c -> c.method() + " " + c.parameters())
        .collect(Collectors.joining("\n"));
  }

  // what users do

  public Delivery command(String user, String command, String text) {
    return send(commandRequest(TEAM, APP, user, command, text));
  }

  public SignedRequest commandRequest(
      String team, String app, String user, String command, String text) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", "verification-token-of-old");
    form.put("team_id", team);
    form.put("team_domain", "example");
    form.put("channel_id", "C0RANDOM");
    form.put("channel_name", "random");
    form.put("user_id", user);
    form.put("user_name", "some.name");
    form.put("command", command);
    form.put("text", text);
    form.put("api_app_id", app);
    form.put("is_enterprise_install", "false");
    form.put("response_url", responseUrl() + workspace.response(user, "C0RANDOM"));
    form.put("trigger_id", workspace.trigger(user));
    return signed(form);
  }

  /** Presses a button of the message, as it stood when the value was taken. */
  public Delivery press(String user, Message message, String actionId) {
    return send(pressRequest(user, message, actionId));
  }

  /** What that user sees on the app's home. */
  public Optional<JsonNode> home(String user) {
    return workspace.home(user);
  }

  /** Opens the app's home, and waits until it shows that. */
  public JsonNode awaitHome(String user, Predicate<String> wanted) {
    return await(
        "the home of " + user + ", which is " + home(user),
        () -> home(user).filter(h -> wanted.test(h.toString())).orElse(null));
  }

  public Delivery openHome(String user) {
    return send(event(TEAM, APP, user));
  }

  /** That a user has opened the home. */
  public SignedRequest event(String team, String app, String user) {
    ObjectNode payload = JSON.createObjectNode();
    payload.put("token", "verification-token-of-old").put("team_id", team).put("api_app_id", app);
    payload.put("type", "event_callback").put("event_id", "Ev" + workspace.nextTs());
    ObjectNode event = payload.putObject("event");
    event.put("type", "app_home_opened").put("user", user).put("tab", "home");
    event.put("channel", "D0" + user).put("event_ts", workspace.nextTs());
    return SignedRequest.ofJson(signingSecret, clock.instant(), payload.toString());
  }

  /** Presses the button with that value on the user's home. */
  public Delivery pressHome(String user, String actionId, String value) {
    ObjectNode payload =
        Interactions.pressHome(user, home(user).orElseThrow(), actionId, value, workspace.nextTs());
    payload.put("trigger_id", workspace.trigger(user));
    return send(interaction(payload));
  }

  /** Uses a shortcut on a message that says that. */
  public Delivery shortcut(String user, String callbackId, String text) {
    ObjectNode payload = Interactions.shortcut(user, callbackId, "C0RANDOM", text);
    payload.put("trigger_id", workspace.trigger(user));
    payload.put("response_url", responseUrl() + workspace.response(user, "C0RANDOM"));
    return send(interaction(payload));
  }

  public SignedRequest pressRequest(String user, Message message, String actionId) {
    ObjectNode payload = Interactions.press(user, message, actionId, workspace.nextTs());
    payload.put("trigger_id", workspace.trigger(user));
    payload.put("response_url", responseUrl() + workspace.response(user, message.channel()));
    return interaction(payload);
  }

  /**
   * Submits the form.
   *
   * @param filledIn a text, or a list of values, by block
   */
  public Delivery submit(Modal modal, Map<String, ?> filledIn) {
    Delivery delivery = send(submitRequest(modal, filledIn));
    Interactions.formViolations(modal, delivery).forEach(api.violations()::add);
    if (delivery.status() == 200 && delivery.body().isEmpty()) workspace.closeModal(modal);
    return delivery;
  }

  public SignedRequest submitRequest(Modal modal, Map<String, ?> filledIn) {
    ObjectNode payload = Interactions.submission(modal, filledIn);
    payload.put("trigger_id", workspace.trigger(modal.user()));
    return interaction(payload);
  }

  /** Any interaction, signed. */
  public SignedRequest interaction(JsonNode payload) {
    return signed(Map.of("payload", payload.toString()));
  }

  public SignedRequest signed(Map<String, String> form) {
    return SignedRequest.of(signingSecret, clock.instant(), encoded(form));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Sends it, signed rightly or not. */
  public Delivery send(SignedRequest request) {
    if (socketMode) return sendBySocket(request);
    HttpRequest.Builder post =
        HttpRequest.newBuilder(events)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", request.contentType())
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
    if (request.stamp() != null) post.header("X-Slack-Request-Timestamp", request.stamp());
    if (request.signature() != null) post.header("X-Slack-Signature", request.signature());
    long start = System.nanoTime();
    try {
      HttpResponse<String> response = http.send(post.build(), HttpResponse.BodyHandlers.ofString());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return new Delivery(request, response.statusCode(), response.body(), took);
    } catch (IOException e) {
      // the app is gone: Slack shows the user an error
      return new Delivery(request, 0, "", Duration.ofNanos(System.nanoTime() - start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Delivery sendBySocket(SignedRequest request) {
    long start = System.nanoTime();
    JsonNode payload = request.payload();
    String type =
        payload.path("type").asText().equals("event_callback")
            ? "events_api"
            : payload.has("command") ? "slash_commands" : "interactive";
    JsonNode answer = sockets.deliver(type, payload);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (answer == null) return new Delivery(request, 0, "", took);
    return new Delivery(request, 200, answer.isMissingNode() ? "" : answer.toString(), took);
  }

  /** An empty JSON object, for payloads of one's own. */
  public static ObjectNode json() {
    return JSON.createObjectNode();
  }

  @Override
  public void close() {
    server.stop(0);
    try {
      sockets.stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }
}
