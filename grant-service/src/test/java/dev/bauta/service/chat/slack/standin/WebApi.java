package dev.bauta.service.chat.slack.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The calls that the app makes: the Web API, and answers posted to a response_url. */
final class WebApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, String> SCOPES =
      Map.of(
          "chat.postMessage", "chat:write",
          "chat.update", "chat:write",
          "chat.postEphemeral", "chat:write",
          "conversations.open", "im:write",
          "views.open", "",
          "views.publish", "",
          "apps.connections.open", "connections:write",
          "auth.test", "");

  /** A call the app made. */
  record Call(String method, Map<String, String> parameters) {}

  private final Workspace workspace;
  private final SocketSide socketSide;
  private final String botToken;
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private volatile Set<String> scopes = Set.of("chat:write", "im:write", "commands");
  private volatile boolean outage;
  private volatile Duration delay = Duration.ZERO;

  WebApi(Workspace workspace, SocketSide socketSide, String botToken) {
    this.workspace = workspace;
    this.socketSide = socketSide;
    this.botToken = botToken;
  }

  void scopes(Set<String> granted) {
    scopes = Set.copyOf(granted);
  }

  void outage(boolean away) {
    outage = away;
  }

  void delay(Duration time) {
    delay = time;
  }

  void fail(String method, Fault fault) {
    faults.computeIfAbsent(method, m -> new ArrayDeque<>()).add(fault);
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  List<String> violations() {
    return violations;
  }

  void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (outage) {
      answer(exchange, 503, "upstream connect error");
      return;
    }
    String path = exchange.getRequestURI().getPath();
    String method = path.startsWith("/api/") ? path.substring("/api/".length()) : "response_url";
    Optional<Fault> fault = nextFault(method);
    pause(fault.filter(f -> f.kind() == Fault.Kind.SLOW).map(Fault::time).orElse(delay));
    if (fault.isPresent() && instead(exchange, fault.get())) return;
    String answer =
        method.equals("response_url")
            ? respond(path.substring(path.lastIndexOf('/') + 1), body)
            : call(exchange, method, body);
    if (fault.isPresent() && fault.get().kind() == Fault.Kind.LOST_ANSWER) exchange.close();
    else answer(exchange, answer.equals("used_url") ? 404 : 200, answer);
  }

  private Optional<Fault> nextFault(String method) {
    Deque<Fault> queue = faults.get(method);
    if (queue == null) return Optional.empty();
    synchronized (queue) {
      return Optional.ofNullable(queue.poll());
    }
  }

  private static boolean instead(HttpExchange exchange, Fault fault) throws IOException {
    switch (fault.kind()) {
      case ERROR -> answer(exchange, 200, failed(fault.error()));
      case STATUS -> answer(exchange, Integer.parseInt(fault.error()), "<html>error</html>");
      case RATE_LIMITED -> {
        exchange.getResponseHeaders().set("Retry-After", Long.toString(fault.time().toSeconds()));
        answer(exchange, 429, failed("ratelimited"));
      }
      case HANG_UP -> exchange.close();
      case SLOW, LOST_ANSWER -> {
        return false;
      }
    }
    return true;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String call(HttpExchange exchange, String method, byte[] body) throws IOException {
    if (!SCOPES.containsKey(method)) return broken(method, "unknown_method");
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null) return broken(method, "not_authed");
    if (method.equals("apps.connections.open")) {
      if (!authorization.equals("Bearer " + socketSide.token())) return failed("invalid_auth");
      calls.add(new Call(method, Map.of()));
      return ok().put("url", socketSide.newAddress()).toString();
    }
    if (!authorization.equals("Bearer " + botToken)) return failed("invalid_auth");
    String scope = SCOPES.get(method);
    if (!scope.isEmpty() && !scopes.contains(scope)) return broken(method, "missing_scope");
    Map<String, String> parameters = parameters(exchange, body);
    if (parameters.containsKey("token")) broken(method, "the token is in the body as well");
    calls.add(new Call(method, parameters));
    return switch (method) {
      case "chat.postMessage" -> post(parameters);
      case "chat.update" -> update(parameters);
      case "chat.postEphemeral" -> whisper(parameters);
      case "conversations.open" -> openDirect(parameters);
      case "views.open" -> openView(parameters);
      case "views.publish" -> publishView(parameters);
      default -> ok().put("team_id", "T").toString();
    };
  }

  private String post(Map<String, String> p) throws IOException {
    String channel = p.getOrDefault("channel", "");
    if (!workspace.hasChannel(channel)) return failed("channel_not_found");
    String thread = p.get("thread_ts");
    if (thread != null && workspace.message(channel, thread).isEmpty())
      return failed("thread_not_found");
    Optional<String> fault = contentFault("chat.postMessage", p);
    if (fault.isPresent()) return fault.get();
    Message message = workspace.post(channel, thread, null, p.getOrDefault("text", ""), blocks(p));
    return ok().put("channel", channel).put("ts", message.ts()).toString();
  }

  private String update(Map<String, String> p) throws IOException {
    Optional<Message> message =
        workspace.message(p.getOrDefault("channel", ""), p.getOrDefault("ts", ""));
    if (message.isEmpty()) return failed("message_not_found");
    Optional<String> fault = contentFault("chat.update", p);
    if (fault.isPresent()) return fault.get();
    workspace.update(message.get(), p.getOrDefault("text", ""), blocks(p));
    return ok().put("channel", message.get().channel()).put("ts", message.get().ts()).toString();
  }

  private String whisper(Map<String, String> p) throws IOException {
    String channel = p.getOrDefault("channel", "");
    String user = p.getOrDefault("user", "");
    if (!workspace.hasChannel(channel)) return failed("channel_not_found");
    if (!workspace.isMember(channel, user)) return failed("user_not_in_channel");
    Optional<String> fault = contentFault("chat.postEphemeral", p);
    if (fault.isPresent()) return fault.get();
    Message message = workspace.post(channel, null, user, p.getOrDefault("text", ""), blocks(p));
    return ok().put("message_ts", message.ts()).toString();
  }

  private String openDirect(Map<String, String> p) {
    String user = p.getOrDefault("users", "");
    if (!user.matches("[UW][A-Z0-9]+")) return failed("user_not_found");
    ObjectNode ok = ok();
    ok.putObject("channel").put("id", workspace.direct(user));
    return ok.toString();
  }

  private String openView(Map<String, String> p) throws IOException {
    JsonNode view = JSON.readTree(p.getOrDefault("view", "{}"));
    List<String> faults = BlockRules.ofView(view);
    if (!faults.isEmpty()) return broken("views.open", "invalid_arguments: " + faults);
    String trigger = p.getOrDefault("trigger_id", "");
    Optional<String> fault = workspace.triggerFault(trigger);
    if (fault.isPresent()) return failed(fault.get());
    Modal modal = workspace.open(trigger, view);
    ObjectNode ok = ok();
    ok.putObject("view").put("id", modal.id());
    return ok.toString();
  }

  private String publishView(Map<String, String> p) throws IOException {
    JsonNode view = JSON.readTree(p.getOrDefault("view", "{}"));
    List<String> faults = BlockRules.ofHome(view);
    if (!faults.isEmpty()) return broken("views.publish", "invalid_arguments: " + faults);
    workspace.publish(p.getOrDefault("user_id", ""), view);
    return ok().toString();
  }

  private String respond(String id, byte[] body) throws IOException {
    JsonNode answer = JSON.readTree(body);
    String text = answer.path("text").asText();
    List<String> faults = BlockRules.ofText(text);
    if (!faults.isEmpty()) broken("response_url", faults.toString());
    if (!answer.path("response_type").asText().equals("ephemeral"))
      broken("response_url", "an answer that everybody sees");
    return workspace.respond(id, text, JSON.createArrayNode()) ? "ok" : "used_url";
  }

  private Optional<String> contentFault(String method, Map<String, String> p) throws IOException {
    String text = p.getOrDefault("text", "");
    if (text.isEmpty()) return Optional.of(broken(method, "no_text"));
    List<String> faults = new java.util.ArrayList<>(BlockRules.ofText(text));
    if (p.containsKey("blocks")) faults.addAll(BlockRules.ofMessage(blocks(p)));
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(broken(method, "invalid_blocks: " + faults));
  }

  private static JsonNode blocks(Map<String, String> p) throws IOException {
    return JSON.readTree(p.getOrDefault("blocks", "[]"));
  }

  private static Map<String, String> parameters(HttpExchange exchange, byte[] body)
      throws IOException {
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    Map<String, String> parameters = new HashMap<>();
    if (type.startsWith("application/json")) {
      JSON.readTree(body)
          .properties()
          .forEach(
              e ->
                  parameters.put(
                      e.getKey(),
                      e.getValue().isTextual() ? e.getValue().asText() : e.getValue().toString()));
      return parameters;
    }
    for (String pair : new String(body, StandardCharsets.US_ASCII).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0)
        parameters.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private String broken(String method, String fault) {
    violations.add(method + ": " + fault);
    return failed(fault.contains(":") ? fault.substring(0, fault.indexOf(':')) : fault);
  }

  private static String failed(String error) {
    return JSON.createObjectNode().put("ok", false).put("error", error).toString();
  }

  private static ObjectNode ok() {
    return JSON.createObjectNode().put("ok", true);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
