package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bauta.service.app.SlackService;
import dev.bauta.service.chat.slack.standin.Delivery;
import dev.bauta.service.chat.slack.standin.Message;
import dev.bauta.service.chat.slack.standin.Modal;
import dev.bauta.service.chat.slack.standin.SlackStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A firm with a workspace, people and a running service. Grace asks, Ada and Edsger approve, Linus
 * may ask only; Mallory is in the workspace and unknown to the service.
 */
final class Office implements AutoCloseable {
  static final String CHANNEL = "C0APPROVERS";
  static final String GRACE = "U0GRACE";
  static final String ADA = "U0ADA";
  static final String EDSGER = "U0EDSGER";
  static final String LINUS = "U0LINUS";
  static final String MALLORY = "U0MALLORY";
  static final String REASON = "Customer cannot log in after a change of address";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  final SlackStandIn slack = SlackStandIn.start();
  private final Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private SlackService service;

  private Office(Path folder) {
    this.folder = folder;
  }

  static Office open(Path folder) {
    return open(folder, "1h");
  }

  /** As {@link #open(Path)}, connected by a socket where that is wanted. */
  static Office open(Path folder, boolean bySocket) {
    if (!bySocket) return open(folder);
    Office office = new Office(folder);
    office.slack.channel(CHANNEL, GRACE, ADA, EDSGER, LINUS, MALLORY);
    office.service = SlackService.startBySocket(folder, config(office.slack, "1h"), office.slack);
    return office;
  }

  static Office open(Path folder, String decideWithin) {
    Office office = new Office(folder);
    office.slack.channel(CHANNEL, GRACE, ADA, EDSGER, LINUS, MALLORY);
    office.service = SlackService.start(folder, config(office.slack, decideWithin), office.slack);
    return office;
  }

  /** Stops the service and starts it again on the same data. */
  void restart() {
    service.close();
    service = SlackService.start(folder, config(slack, "1h"), slack);
  }

  static String config(SlackStandIn slack, String decideWithin) {
    return String.join(
        "\n",
        "http: {host: 127.0.0.1, port: 0}",
        "policy: {reason-length: 15, decide-within: " + decideWithin + ", max-minutes: 60}",
        "people:",
        person("grace", "requester, approver", GRACE),
        person("ada", "requester, approver", ADA),
        person("edsger", "approver", EDSGER),
        person("linus", "requester", LINUS),
        "  - {name: olga, roles: [auditor], api-token-sha256: " + hash("olga") + "}",
        "  - {name: nia, roles: [requester], api-token-sha256: " + hash("nia") + "}",
        "sign-in: {url: 'http://127.0.0.1:9', issuer: 'http://127.0.0.1:9', client-id: bauta}",
        "agents:",
        "  - {name: fleet, services: [billing, vault], api-token-sha256: " + hash("fleet") + "}",
        "services:",
        "  - {name: billing, environments: [production, test], types: [email, phone, name],"
            + " approvers: [grace, ada, edsger], max-reveals: 10}",
        "  - {name: desk, environments: [production], approvers: [ada]}",
        "  - {name: payroll, environments: [production], approvers: [grace, ada, edsger], ask-in: direct}",
        "  - {name: vault, environments: [production], approvers: [grace, ada, edsger], approvals: 2}",
        "slack:",
        "  team: " + SlackStandIn.TEAM,
        "  app: " + SlackStandIn.APP,
        "  channel: " + CHANNEL,
        "  api-url: " + slack.apiUrl(),
        "  response-url: " + slack.responseUrl(),
        "");
  }

  private static String person(String name, String roles, String user) {
    return "  - {name: "
        + name
        + ", roles: ["
        + roles
        + "], slack: {team: "
        + SlackStandIn.TEAM
        + ", user: "
        + user
        + "}, api-token-sha256: "
        + hash(name)
        + "}";
  }

  private static String hash(String name) {
    return SlackService.tokenHash(token(name));
  }

  static String token(String name) {
    return "token-of-" + name;
  }

  // Slack

  /** A request of Grace's for billing, posted to the approvers. */
  Message asked() {
    return asked(GRACE, Map.of());
  }

  Message asked(String user, Map<String, ?> changes) {
    int before = cards().size();
    Modal modal = form(user);
    Delivery delivery = slack.submit(modal, filled(changes));
    if (!delivery.isAcknowledged() || !delivery.body().isEmpty())
      throw new AssertionError("not taken: " + delivery.status() + " " + delivery.body());
    await(() -> cards().size() > before);
    List<Message> cards = cards();
    Message newest = cards.get(cards.size() - 1);
    // the card is complete once its thread has begun
    slack.awaitMessage(CHANNEL, m -> newest.ts().equals(m.thread()));
    return newest;
  }

  Modal form(String user) {
    slack.command(user, "/unmask", "");
    return slack.awaitModal(user);
  }

  static Map<String, Object> filled(Map<String, ?> changes) {
    Map<String, Object> values = new HashMap<>();
    values.put("service", "billing");
    values.put("environment", "production");
    values.put("sinks", List.of("json"));
    values.put("types", List.of("email", "phone"));
    values.put("subject", "customer-4711");
    values.put("fields", "");
    values.put("minutes", "15");
    values.put("reason", REASON);
    values.put("ticket", "SUP-1234");
    values.putAll(changes);
    return values;
  }

  List<Message> cards() {
    return slack.messages(CHANNEL).stream()
        .filter(m -> m.thread() == null && !m.isEphemeral())
        .toList();
  }

  Message card(Message earlier) {
    return slack.messages(CHANNEL).stream()
        .filter(m -> m.ts().equals(earlier.ts()))
        .findFirst()
        .orElseThrow();
  }

  Message awaitCard(Message earlier, Predicate<Message> wanted) {
    return slack.awaitMessage(CHANNEL, m -> m.ts().equals(earlier.ts()) && wanted.test(m));
  }

  List<String> thread(Message card) {
    return slack.messages(CHANNEL).stream()
        .filter(m -> card.ts().equals(m.thread()))
        .map(Message::shown)
        .toList();
  }

  Message awaitWhisper(String user, String text) {
    return slack.awaitMessage(CHANNEL, m -> user.equals(m.seenBy()) && m.text().contains(text));
  }

  List<String> news(String user) {
    return slack.directMessages(user).stream().map(Message::shown).toList();
  }

  // the service

  String url() {
    return service.url();
  }

  Path database() {
    return folder.resolve("bauta-data").resolve("bauta.db");
  }

  JsonNode request(Message card) {
    return get("grace", "/api/v1/requests/" + requestId(card));
  }

  static String requestId(Message card) {
    for (JsonNode block : card.blocks()) {
      String text = block.path("elements").path(0).path("text").asText("");
      if (text.startsWith("req-")) return text;
    }
    throw new AssertionError("no id on " + card.shown());
  }

  /** The text of every record. */
  List<String> audit() {
    List<String> lines = new ArrayList<>();
    for (JsonNode entry : get("olga", "/api/v1/audit").path("records"))
      lines.add(entry.path("record").asText());
    return lines;
  }

  List<String> refusals(String code) {
    return audit().stream().filter(l -> l.contains("\"refused\"") && l.contains(code)).toList();
  }

  JsonNode get(String who, String path) {
    return call(who, HttpRequest.newBuilder(URI.create(service.url() + path)).GET());
  }

  JsonNode post(String who, String path, String body) {
    return call(
        who,
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private JsonNode call(String who, HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(
              request.header("Authorization", "Bearer " + token(who)).build(),
              HttpResponse.BodyHandlers.ofString());
      return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void await(java.util.function.BooleanSupplier condition) {
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(90))
        .pollInterval(java.time.Duration.ofMillis(20))
        .until(condition::getAsBoolean);
  }

  @Override
  public void close() {
    if (service != null) service.close();
    slack.close();
  }
}
