package dev.bauta.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Predicate;

/** Asking and deciding in Slack: tells the people what to do there, and waits until it is done. */
final class AskingInSlack implements Asking {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Paper paper;
  private final GrantService service;

  AskingInSlack(Paper paper, GrantService service) {
    this.paper = paper;
    this.service = service;
    paper.say(
        "Slack talks to the service at "
            + service.url()
            + "/slack/events: lead your tunnel there, and give its address to the Slack app.");
  }

  @Override
  public String ask() {
    paper.say("Grace, type in Slack:   /unmask");
    paper.say("choose customer-desk, demo, JDBC and JSON, all types, 10 minutes, and say why.");
    JsonNode asked = waitFor(list -> newest(list, "PENDING") != null, "PENDING");
    return asked.path("id").asText();
  }

  @Override
  public void refusedToHerself(String request) {
    paper.say("Grace, press Approve on your own request: it must be refused.");
    paper.say("Ada, then press Approve.");
  }

  @Override
  public long approve(String request) {
    waitFor(list -> live(list, request) != null, null);
    return System.nanoTime();
  }

  @Override
  public long revoke(String request) {
    return new AskingByRest(paper, service).revoke(request);
  }

  private JsonNode waitFor(Predicate<JsonNode> done, String state) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode list = requests();
      if (done.test(list)) {
        return state == null ? list : newest(list, state);
      }
      try {
        Thread.sleep(500);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new StoryException("interrupted", interrupted);
      }
    }
    throw new StoryException("nothing happened in Slack for " + PATIENCE.toMinutes() + " minutes");
  }

  private JsonNode requests() {
    JsonNode page = service.as("ada").get("/api/v1/requests").expect(200, "the requests").json();
    return page.isArray() ? page : page.path("requests");
  }

  private static JsonNode newest(JsonNode list, String state) {
    for (JsonNode request : list) {
      if (request.path("state").asText().equals(state)) {
        return request;
      }
    }
    return null;
  }

  private static JsonNode live(JsonNode list, String id) {
    for (JsonNode request : list) {
      String state = request.path("state").asText();
      if (request.path("id").asText().equals(id)
          && (state.equals("APPROVED") || state.equals("ACTIVE"))) {
        return request;
      }
    }
    return null;
  }
}
