package dev.bauta.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/**
 * One record of the audit log.
 *
 * @param action what happened, such as {@code request.asked}
 * @param outcome {@code done} or {@code refused}
 * @param request the request it is about, or empty
 * @param text the record as it was hashed
 */
public record AuditRow(
    long number,
    String time,
    String actor,
    String action,
    String outcome,
    String request,
    String text) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static AuditRow of(JsonNode entry) {
    String text = entry.path("record").asText();
    try {
      JsonNode record = JSON.readTree(text);
      return new AuditRow(
          entry.path("number").asLong(),
          record.path("time").asText(),
          record.path("actor").asText(),
          record.path("action").asText(),
          record.path("outcome").asText(),
          record.path("request").asText(),
          text);
    } catch (JsonProcessingException notJson) {
      throw new StoryException("the audit log has a record that is no JSON: " + text, notJson);
    }
  }

  boolean is(String wantedAction, String wantedOutcome) {
    return action.equals(wantedAction) && outcome.equals(wantedOutcome);
  }

  /** A line of a table. */
  String line() {
    String clock = time.length() > 19 ? time.substring(11, 19) : time;
    String shownActor = actor.length() > 22 ? actor.substring(0, 21) + "~" : actor;
    return String.format(
        Locale.ROOT, "%3d  %s  %-22s %-20s %s", number, clock, shownActor, action, outcome);
  }
}
