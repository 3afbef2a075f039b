package dev.bauta.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** One event of the audit log as a line of a table. */
final class AuditRow {

  private AuditRow() {}

  static String of(JsonNode event) {
    return String.format(
        Locale.ROOT,
        "%3s  %-24s %-10s %-26s %s",
        event.path("number").asText(),
        event.path("at").asText(),
        event.path("actor").asText(),
        event.path("action").asText(),
        event.path("outcome").asText());
  }
}
