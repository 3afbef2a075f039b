package dev.bauta.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.service.access.Escalation;
import dev.bauta.service.access.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stages as the JSON text of a column. */
final class StageText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StageText() {}

  static String write(List<Stage> stages) {
    ArrayNode all = JSON.createArrayNode();
    for (Stage stage : stages) {
      ObjectNode node = all.addObject().put("name", stage.name()).put("people", stage.people());
      ObjectNode approvers = node.putObject("approvers");
      stage.approvers().forEach(approvers::put);
      if (stage.escalation().isPresent()) {
        Escalation later = stage.escalation().get();
        ObjectNode escalation = node.putObject("later").put("after", later.after().toSeconds());
        ObjectNode more = escalation.putObject("approvers");
        later.approvers().forEach(more::put);
      }
    }
    return all.toString();
  }

  static List<Stage> read(String text) {
    List<Stage> all = new ArrayList<>();
    for (JsonNode node : parse(text)) {
      all.add(
          new Stage(
              node.path("name").textValue(),
              node.path("people").intValue(),
              approvers(node),
              Optional.of(node.path("later"))
                  .filter(JsonNode::isObject)
                  .map(
                      later ->
                          new Escalation(
                              Duration.ofSeconds(later.path("after").longValue()),
                              approvers(later)))));
    }
    return all;
  }

  private static SortedMap<String, String> approvers(JsonNode node) {
    SortedMap<String, String> approvers = new TreeMap<>();
    node.path("approvers")
        .properties()
        .forEach(entry -> approvers.put(entry.getKey(), entry.getValue().textValue()));
    return approvers;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new StoreException("a column's JSON is damaged", e);
    }
  }
}
