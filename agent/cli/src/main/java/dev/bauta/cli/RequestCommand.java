package dev.bauta.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code request}: asks to see masked values. */
@Command(
    name = "request",
    description = "Asks the grant service to let you see masked values for a while.",
    footer = {
      "",
      "Exit code: 0 asked for (with --wait: approved), 1 --wait: not approved, 2 refused, or the service"
          + " can't be reached.",
      "",
      "Example: bauta request orders/production email,phone 15 \"customer gets no mail\" --ticket INC-42"
    })
final class RequestCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "SERVICE/ENVIRONMENT", description = "Such as orders/production.")
  private String place;

  @Parameters(paramLabel = "TYPES", description = "PII types, with commas.")
  private String types;

  @Parameters(paramLabel = "MINUTES", description = "For how long, from the approval on.")
  private long minutes;

  @Parameters(paramLabel = "REASON", description = "Approvers and auditors read it.")
  private String reason;

  @Option(
      names = "--sinks",
      split = ",",
      paramLabel = "SINK",
      defaultValue = "jdbc,json",
      description = "Where. Default: ${DEFAULT-VALUE}.")
  private List<String> sinks;

  @Option(
      names = "--fields",
      split = ",",
      paramLabel = "FIELD",
      description = "Only these columns or JSON properties.")
  private List<String> fields;

  @Option(names = "--subject", paramLabel = "ID", description = "Only this one customer or trace.")
  private String subject;

  @Option(names = "--ticket", paramLabel = "ID", description = "Why, in your ticket system.")
  private String ticket;

  @Option(
      names = "--max-reveals",
      paramLabel = "N",
      description = "At most that many values. Default: what the policy allows.")
  private Long maxReveals;

  @Option(names = "--wait", description = "Wait until somebody has decided.")
  private boolean wait;

  RequestCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws InterruptedException {
    GrantClient client = service.client();
    JsonNode asked = client.post("/api/v1/requests", body());
    Watching watching = new Watching(client, streams, service.json());
    watching.show(asked);
    if (!wait) {
      return ExitCodes.FINE;
    }
    JsonNode decided = watching.until(asked, r -> RequestLine.isOver(r) || RequestLine.isLive(r));
    return RequestLine.isLive(decided) ? ExitCodes.FINE : ExitCodes.FOUND;
  }

  private ObjectNode body() {
    int slash = place.indexOf('/');
    if (slash <= 0 || slash == place.length() - 1) {
      throw new CliException(
          "name the service and its environment, such as orders/production, not '"
              + Printable.line(place)
              + "'.");
    }
    ObjectNode body = GrantClient.JSON.createObjectNode();
    body.put("service", place.substring(0, slash)).put("environment", place.substring(slash + 1));
    sinks.forEach(body.putArray("sinks")::add);
    List.of(types.split(",")).forEach(body.putArray("types")::add);
    if (fields != null) {
      fields.forEach(body.putArray("fields")::add);
    }
    body.put("minutes", minutes).put("reason", reason);
    if (subject != null) {
      body.put("subject", subject);
    }
    if (ticket != null) {
      body.put("ticket", ticket);
    }
    if (maxReveals != null) {
      body.put("maxReveals", maxReveals);
    }
    return body;
  }
}
