package dev.bauta.demo;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What one person is shown of one customer, and what the log says about it.
 *
 * @param card the row, as server-rendered text
 * @param json the JSON answer
 * @param log the console line that the look left
 */
public record Look(String card, String json, String log) {

  /** One customer's personal data, as the raw card shows it. */
  private static final List<Pattern> MASKED =
      List.of(
          Pattern.compile("full_name +\\[NAME]"),
          Pattern.compile("email +[^@ ]\\*\\*\\*@example\\.com"),
          Pattern.compile("ssn +\\*\\*\\*-\\*\\*-\\d{4}"),
          Pattern.compile("street +\\[ADDRESS]"));

  private static final Duration LOGGED = Duration.ofSeconds(5);

  /** Opens the customer as that person does: first the card, then the JSON. */
  public static Look at(Desk desk, String person, int customer) {
    int mark = desk.console().mark();
    Http http = desk.as(person);
    String card = http.get("/customers/" + customer + "/card").expect(200, "the card").body();
    String json = http.get("/customers/" + customer).expect(200, "the customer").body();
    String opened = "[" + person + "] CustomerServlet - Opened Customer[id=" + customer + ",";
    String log = desk.console().await(mark, line -> line.contains(opened), LOGGED);
    return new Look(card, json, log);
  }

  /** What one of the card's lines holds. */
  public String field(String label) {
    return card.lines()
        .filter(line -> line.startsWith(label + " "))
        .map(line -> line.substring(label.length()).strip())
        .findFirst()
        .orElseThrow(() -> new StoryException("the card has no " + label + ":\n" + card));
  }

  /** Whether card and JSON show masks where the personal data is. */
  public boolean masked() {
    return MASKED.stream().allMatch(mask -> mask.matcher(card).find())
        && json.contains("\"fullName\":\"[NAME]\"")
        && json.contains("\"ssn\":\"***-**-");
  }

  /** Whether card and JSON show the same name, address and number without any mask. */
  public boolean raw() {
    return !card.contains("*")
        && !card.contains("[NAME]")
        && values().stream().allMatch(json::contains);
  }

  /** The values that nobody else may see; only of use on a raw look. */
  public List<String> values() {
    return List.of(
        field("full_name"), field("email"), field("ssn"), field("iban"), field("street"));
  }

  /** Whether the log line shows none of these values. */
  public boolean logHides(Look raw) {
    return raw.values().stream().noneMatch(log::contains) && log.contains("fullName=[NAME]");
  }
}
