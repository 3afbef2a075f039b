package dev.bauta.service.chat.slack.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message as it stood at one moment: a later update gives another value, so that an old one can
 * still be clicked, as on a screen that was not refreshed.
 *
 * @param ts the id within its channel
 * @param thread the message it replies to, or null
 * @param seenBy the only user who sees it, or null if all do
 * @param updates how often it was updated
 */
public record Message(
    String channel,
    String ts,
    String thread,
    String seenBy,
    String text,
    JsonNode blocks,
    int updates) {

  /** The action ids of its buttons. */
  public List<String> buttons() {
    return elements().stream().map(e -> e.path("action_id").asText()).toList();
  }

  /** All that a reader sees, blocks included. */
  public String shown() {
    List<String> texts = new ArrayList<>(List.of(text));
    collect(blocks, texts);
    return String.join("\n", texts);
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.path("text").isTextual()) texts.add(node.path("text").asText());
    node.forEach(child -> collect(child, texts));
  }

  public boolean isEphemeral() {
    return seenBy != null;
  }

  Optional<JsonNode> button(String actionId) {
    return elements().stream()
        .filter(e -> e.path("action_id").asText().equals(actionId))
        .findFirst();
  }

  private List<JsonNode> elements() {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode block : blocks) {
      if (block.path("type").asText().equals("actions")) block.path("elements").forEach(found::add);
    }
    return found;
  }

  Message updated(String newText, JsonNode newBlocks) {
    return new Message(channel, ts, thread, seenBy, newText, newBlocks, updates + 1);
  }
}
