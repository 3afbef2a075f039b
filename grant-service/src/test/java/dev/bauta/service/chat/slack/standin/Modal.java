package dev.bauta.service.chat.slack.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that is open in front of one user.
 *
 * @param view as our app gave it
 */
public record Modal(String id, String user, JsonNode view) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public String callbackId() {
    return view.path("callback_id").asText();
  }

  /** The values offered by the menu in that block. */
  public List<String> options(String block) {
    return options(element(block)).stream().map(o -> o.path("value").asText()).toList();
  }

  /** The values chosen when the form opens. */
  public List<String> initial(String block) {
    JsonNode element = element(block);
    List<String> chosen = new ArrayList<>();
    if (element.has("initial_option"))
      chosen.add(element.path("initial_option").path("value").asText());
    element.path("initial_options").forEach(o -> chosen.add(o.path("value").asText()));
    if (element.has("initial_value")) chosen.add(element.path("initial_value").asText());
    return chosen;
  }

  public List<String> blocks() {
    List<String> ids = new ArrayList<>();
    view.path("blocks").forEach(b -> ids.add(b.path("block_id").asText()));
    return ids;
  }

  boolean hasInput(String block) {
    return find(block).filter(b -> b.path("type").asText().equals("input")).isPresent();
  }

  /**
   * The state Slack sends when the form is submitted: a text, or a list of chosen values, by block.
   * What is not given stays as it was at first.
   */
  ObjectNode state(Map<String, ?> filledIn) {
    ObjectNode values = JSON.createObjectNode();
    for (JsonNode block : view.path("blocks")) {
      if (!block.path("type").asText().equals("input")) continue;
      String id = block.path("block_id").asText();
      JsonNode element = block.path("element");
      ObjectNode value = values.putObject(id).putObject(element.path("action_id").asText());
      String type = element.path("type").asText();
      value.put("type", type);
      fill(value, type, element, filledIn.containsKey(id) ? filledIn.get(id) : initial(id));
    }
    ObjectNode state = JSON.createObjectNode();
    state.set("values", values);
    return state;
  }

  private static void fill(ObjectNode value, String type, JsonNode element, Object given) {
    List<String> texts =
        given instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of(String.valueOf(given));
    switch (type) {
      case "plain_text_input" -> {
        if (texts.isEmpty()) value.putNull("value");
        else value.put("value", texts.get(0));
      }
      case "static_select" -> {
        if (texts.isEmpty()) value.putNull("selected_option");
        else value.set("selected_option", option(element, texts.get(0)));
      }
      case "multi_static_select", "checkboxes" -> {
        var chosen = value.putArray("selected_options");
        texts.forEach(t -> chosen.add(option(element, t)));
      }
      default -> throw new IllegalStateException("the stand-in knows no element " + type);
    }
  }

  // a value that the menu does not offer can still be sent, as by a form opened long ago
  private static JsonNode option(JsonNode element, String value) {
    return options(element).stream()
        .filter(o -> o.path("value").asText().equals(value))
        .findFirst()
        .orElseGet(() -> JSON.createObjectNode().put("value", value));
  }

  private static List<JsonNode> options(JsonNode element) {
    List<JsonNode> options = new ArrayList<>();
    element.path("options").forEach(options::add);
    element.path("option_groups").forEach(g -> g.path("options").forEach(options::add));
    return options;
  }

  private JsonNode element(String block) {
    return find(block)
        .orElseThrow(() -> new IllegalArgumentException("no block " + block))
        .path("element");
  }

  private Optional<JsonNode> find(String block) {
    for (JsonNode candidate : view.path("blocks")) {
      if (candidate.path("block_id").asText().equals(block)) return Optional.of(candidate);
    }
    return Optional.empty();
  }
}
