package dev.bauta.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One unmask from the question to the audit, told and checked step by step. */
final class Story {

  private static final int CUSTOMER = 7;
  private static final int LOOKS = 15;
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Paper paper;
  private final GrantService service;
  private final Desk desk;
  private final Requests requests;
  private final Asking asking;

  private Look masked;
  private Look raw;
  private String request;

  Story(Paper paper, GrantService service, Desk desk, Asking asking) {
    this.paper = paper;
    this.service = service;
    this.desk = desk;
    this.requests = new Requests(service);
    this.asking = asking;
  }

  void tell() {
    maskedForEverybody();
    askedAndRefused();
    approved();
    rawForOneAndMaskedForTheOther();
    savedWhileMasked();
    ended();
    audited();
  }

  private void maskedForEverybody() {
    paper.chapter("Masked by default");
    paper.say("Grace of the support team opens customer " + CUSTOMER + ".");
    masked = Look.at(desk, "grace", CUSTOMER);
    paper.quote("The row, read through JDBC, as the desk prints it:", masked.card());
    paper.quote("The JSON answer:", masked.json());
    paper.quote("The log line it left:", masked.log());
    check(masked.masked(), "the row and the JSON answer must be masked", masked);
    check(masked.log().contains("fullName=[NAME]"), "the log line must be masked", masked);
    exception();
    paper.gap();
    paper.done("row, JSON answer, log line and exception are masked");
  }

  private void exception() {
    int mark = desk.console().mark();
    String address = "jean.bartik@example.com";
    desk.as("grace")
        .post(
            "/fail",
            Map.of(
                "email", address,
                "card", "4111 1111 1111 1111",
                "ssn", "536-90-4399",
                "password", "Eniac-1946"))
        .expect(500, "the failing registration");
    desk.console().await(mark, line -> line.contains("Kept for a second try"), SOON);
    List<String> said = desk.console().since(mark);
    List<String> shown =
        said.stream()
            .filter(line -> !line.startsWith("\t") || line.contains("Suppressed"))
            .toList();
    paper.quote("A registration fails, and the exception is logged:", String.join("\n", shown));
    String all = String.join("\n", said);
    for (String value : List.of(address, "4111 1111 1111", "536-90-4399", "Eniac-1946")) {
      if (all.contains(value)) {
        throw new StoryException("the logged exception shows a raw value:\n" + all);
      }
    }
  }

  /** Neither a frame of a stack trace nor the agent's own word on standard error. */
  private static boolean worthQuoting(String line) {
    return !line.startsWith("[bauta]") && (!line.startsWith("\t") || line.contains("Suppressed"));
  }

  private void askedAndRefused() {
    paper.chapter("Grace asks, and cannot approve it herself");
    request = asking.ask();
    paper.done("request " + request + " is waiting");
    asking.refusedToHerself(request);
    Look still = Look.at(desk, "grace", CUSTOMER);
    check(still.masked(), "nothing may be shown before the approval", still);
    paper.done("until somebody else agrees, she sees what everybody sees");
  }

  private void approved() {
    paper.chapter("Ada approves");
    long clicked = asking.approve(request);
    await(
        () -> Look.at(desk, "grace", CUSTOMER).raw(),
        "Grace must see the raw customer after the approval");
    long millis = (System.nanoTime() - clicked) / 1_000_000;
    paper.done(
        String.format(
            Locale.ROOT,
            "the desk shows her the customer %.1f s after the approval",
            millis / 1e3));
  }

  /** What the service knows about the agents, by their own confirmation. */
  private String agents() {
    await(
        () -> requests.get(request).path("agents").path("confirmed").asInt() == 1,
        "the agent must confirm the grant");
    return "1 of "
        + requests.get(request).path("agents").path("of").asText()
        + " agents has confirmed that to the service";
  }

  private void rawForOneAndMaskedForTheOther() {
    paper.chapter("Raw for Grace, masked for Linus, at the same moment");
    CompletableFuture<List<Look>> grace = looks("grace");
    CompletableFuture<List<Look>> linus = looks("linus");
    List<Look> graces = grace.join();
    List<Look> others = linus.join();
    raw = graces.get(0);
    paper.quote("Grace sees:", raw.card() + raw.json());
    paper.quote("Linus sees:", others.get(0).card() + others.get(0).json());
    paper.quote("The log says, of Grace's look:", raw.log());
    paper.gap();
    check(graces.stream().allMatch(Look::raw), "Grace must see raw values every time", raw);
    check(others.stream().allMatch(Look::masked), "Linus must see masks every time", others.get(0));
    for (Look look : IntStream.range(0, LOOKS).mapToObj(others::get).toList()) {
      String shown = look.card() + look.json() + look.log();
      check(raw.values().stream().noneMatch(shown::contains), "Linus must see no raw value", look);
    }
    check(graces.stream().allMatch(look -> look.logHides(raw)), "logs must stay masked", raw);
    paper.done(LOOKS + " looks each, side by side: hers all raw, his all masked");
    paper.done("the log stays masked, hers too: a log line has more readers than one");
  }

  private void savedWhileMasked() {
    paper.chapter("Linus saves a customer whom he sees masked");
    String city = "Little Gidding";
    desk.as("linus")
        .post("/customers/" + CUSTOMER + "?city=" + city.replace(" ", "%20"), Map.of())
        .expect(200, "the move");
    Look after = Look.at(desk, "grace", CUSTOMER);
    paper.quote("The desk wrote every column again; Grace sees:", after.card());
    check(after.field("city").equals(city), "the change must be saved", after);
    check(after.values().equals(raw.values()), "the real values must still be there", after);
    int mark = desk.console().mark();
    String name = raw.field("full_name");
    desk.as("linus").get("/customers?q=" + name.replace(" ", "%20")).expect(200, "the search");
    String line = desk.console().await(mark, said -> said.contains("Search for"), SOON);
    paper.quote("Linus types the name into the search; the log line it left:", line);
    paper.gap();
    check(!line.contains(name), "a name that was read must be hidden in free text", after);
    paper.done("what was masked is stored as it was, never the mask");
    paper.done("a name in the middle of a line is hidden, because a row with it was read");
  }

  private CompletableFuture<List<Look>> looks(String person) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<Look> looks = new ArrayList<>();
          for (int i = 0; i < LOOKS; i++) {
            looks.add(Look.at(desk, person, CUSTOMER));
          }
          return looks;
        });
  }

  private void ended() {
    paper.chapter("The window is ended");
    long revoked = asking.revoke(request);
    await(
        () -> Look.at(desk, "grace", CUSTOMER).masked(),
        "Grace must see masks again after the end of the window");
    long millis = (System.nanoTime() - revoked) / 1_000_000;
    Look after = Look.at(desk, "grace", CUSTOMER);
    check(after.card().equals(masked.card()), "the masks must be the same as before", after);
    paper.quote("Grace sees again:", after.card());
    paper.gap();
    paper.done(String.format(Locale.ROOT, "masked again %.1f s later", millis / 1e3));
    paper.done(agents());
    noRawValueInTheLogFiles();
  }

  private void noRawValueInTheLogFiles() {
    String console = String.join("\n", desk.console().since(0));
    String json;
    try {
      json = Files.readString(desk.jsonLog());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    for (String value : raw.values()) {
      if (console.contains(value) || json.contains(value)) {
        throw new StoryException("a log of the desk shows a raw value of customer " + CUSTOMER);
      }
    }
    check(json.contains("[NAME]"), "the JSON log must have the masked lines", raw);
    paper.done("no raw value of customer " + CUSTOMER + " is in the console or the JSON log");
  }

  private void audited() {
    paper.chapter("What the audit log proves");
    awaitReveals();
    List<AuditRow> rows = requests.audit();
    paper.table(rows.stream().map(AuditRow::line).toList());
    mustHave(rows, "request.asked", "done");
    mustHave(rows, "request.approved", "refused");
    mustHave(rows, "request.approved", "done");
    mustHave(rows, "reveals.counted", "done");
    mustHave(rows, "grant.revoked", "done");
    String all = rows.stream().map(AuditRow::text).collect(Collectors.joining("\n"));
    if (raw.values().stream().anyMatch(all::contains)) {
      throw new StoryException("the audit log shows a raw value:\n" + all);
    }
    paper.gap();
    paper.done(
        requests.get(request).path("revealed").asText()
            + " values were revealed under this grant, counted by the agent; none is in the log");
    Http.Answer verified = service.verifyAudit();
    paper.quote("audit verify, offline:", verified.body());
    paper.gap();
    if (verified.status() != 0) {
      throw new StoryException("the audit log does not verify, exit code " + verified.status());
    }
    paper.done("asked, refused, approved, counted and revoked: all there, and nothing was changed");
  }

  // The agent sends its counts every few seconds, so the last of them may still be on its way.
  private void awaitReveals() {
    await(
        () -> requests.get(request).path("revealed").asLong() >= LOOKS,
        "the audit log must tell how many values were revealed");
  }

  private static void mustHave(List<AuditRow> rows, String action, String outcome) {
    if (rows.stream().noneMatch(row -> row.is(action, outcome))) {
      throw new StoryException(
          "the audit log has no '"
              + action
              + "', "
              + outcome
              + ":\n"
              + rows.stream().map(AuditRow::line).collect(Collectors.joining("\n")));
    }
  }

  private static void check(boolean holds, String claim, Look seen) {
    if (!holds) {
      throw new StoryException(
          claim + ", but was shown:\n" + seen.card() + seen.json() + "\n" + seen.log());
    }
  }

  private static void await(BooleanSupplier condition, String claim) {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new StoryException(claim + ", but did not within " + SOON.toSeconds() + " s");
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new StoryException("interrupted", interrupted);
      }
    }
  }
}
