package dev.bauta.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Asking and deciding in Slack: tells the people what to do there, and waits until it is done. */
final class AskingInSlack implements Asking {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Paper paper;
  private final Requests requests;
  private final Asking byRest;

  AskingInSlack(Paper paper, GrantService service) {
    this.paper = paper;
    this.requests = new Requests(service);
    this.byRest = new AskingByRest(paper, service);
    paper.say(
        "Slack talks to the service at "
            + service.url()
            + "/slack/events: lead your tunnel there, and give its address to the Slack app.");
  }

  @Override
  public String ask() {
    paper.say("Grace, type in Slack:   /unmask");
    paper.say("choose customer-desk, demo, JDBC and JSON, all types, 10 minutes, and say why.");
    AtomicReference<String> asked = new AtomicReference<>();
    waitFor(
        () -> {
          pending().ifPresent(asked::set);
          return asked.get() != null;
        });
    return asked.get();
  }

  @Override
  public void refusedToHerself(String request) {
    paper.say("Grace, press Approve on your own request: it is refused.");
    waitFor(() -> requests.audit().stream().anyMatch(row -> refused(row, request)));
    paper.done("refused: nobody approves their own request");
  }

  private static boolean refused(AuditRow row, String request) {
    return row.outcome().equals("refused") && row.request().equals(request);
  }

  @Override
  public long approve(String request) {
    paper.say("Ada, press Approve.");
    waitFor(() -> List.of("APPROVED", "ACTIVE").contains(requests.state(request)));
    return System.nanoTime();
  }

  @Override
  public long revoke(String request) {
    return byRest.revoke(request);
  }

  private Optional<String> pending() {
    for (JsonNode request : requests.list("PENDING")) {
      if (request.path("requester").asText().equals("grace")) {
        return Optional.of(request.path("id").asText());
      }
    }
    return Optional.empty();
  }

  private static void waitFor(BooleanSupplier done) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new StoryException(
            "nothing happened in Slack for " + PATIENCE.toMinutes() + " minutes");
      }
      try {
        Thread.sleep(500);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new StoryException("interrupted", interrupted);
      }
    }
  }
}
