package dev.bauta.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One request of the service's, for people to read. */
final class RequestLine {

  private static final Set<String> OVER =
      Set.of("DENIED", "CANCELLED", "EXPIRED", "ENDED", "REVOKED");

  private RequestLine() {}

  /** Id, state, what, who; what it waits for, or when it ends. */
  static String of(JsonNode request) {
    StringBuilder line = new StringBuilder();
    line.append(text(request, "id"))
        .append(' ')
        .append(text(request, "state").toLowerCase(Locale.ROOT))
        .append("  ")
        .append(text(request, "service"))
        .append('/')
        .append(text(request, "environment"))
        .append("  ")
        .append(String.join(",", names(request.path("types"))))
        .append("  ")
        .append(text(request, "requester"))
        .append("  ")
        .append(request.path("minutes").asLong())
        .append(" min");
    if (request.hasNonNull("waitsFor")) {
      line.append("  waits for ").append(String.join(", ", waitsFor(request)));
    } else if (isLive(request)) {
      line.append("  until ").append(text(request, "until"));
    } else if (request.has("closed")) {
      line.append("  by ").append(text(request.path("closed"), "by"));
    }
    return Printable.line(line.toString());
  }

  /** Why it is asked for, and why it was closed. */
  static List<String> reasons(JsonNode request) {
    List<String> lines = new ArrayList<>();
    lines.add("  why: " + Printable.line(text(request, "reason")) + ticket(request));
    if (request.has("subject")) {
      lines.add("  about: " + Printable.line(text(request, "subject")));
    }
    String closed = text(request.path("closed"), "why");
    if (!closed.isEmpty()) {
      lines.add("  closed: " + Printable.line(closed));
    }
    return lines;
  }

  private static String ticket(JsonNode request) {
    return request.has("ticket") ? " [" + Printable.line(text(request, "ticket")) + "]" : "";
  }

  private static List<String> waitsFor(JsonNode request) {
    for (JsonNode stage : request.path("stages")) {
      if (text(stage, "name").equals(text(request, "waitsFor"))) {
        List<String> people = new ArrayList<>();
        stage.path("approvers").fieldNames().forEachRemaining(people::add);
        return people;
      }
    }
    return List.of(text(request, "waitsFor"));
  }

  /** Whether nothing can follow. */
  static boolean isOver(JsonNode request) {
    return OVER.contains(text(request, "state"));
  }

  static boolean isLive(JsonNode request) {
    return Set.of("APPROVED", "ACTIVE").contains(text(request, "state"));
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(name -> names.add(name.asText()));
    return names;
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asText("");
  }
}
