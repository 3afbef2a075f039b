package dev.bauta.service.chat.slack.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The payloads of clicks and forms. */
final class Interactions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Interactions() {}

  static ObjectNode press(String user, Message message, String actionId, String actionTs) {
    JsonNode button =
        message
            .button(actionId)
            .orElseThrow(
                () -> new AssertionError("no button " + actionId + " on " + message.shown()));
    ObjectNode payload = common("block_actions", user);
    payload
        .putObject("container")
        .put("type", "message")
        .put("message_ts", message.ts())
        .put("channel_id", message.channel())
        .put("is_ephemeral", false);
    payload.putObject("channel").put("id", message.channel()).put("name", "approvals");
    ObjectNode shown = payload.putObject("message");
    shown.put("type", "message").put("ts", message.ts()).put("text", message.text());
    shown.put("app_id", SlackStandIn.APP).put("team", SlackStandIn.TEAM);
    shown.set("blocks", message.blocks());
    payload.putObject("state").putObject("values");
    ObjectNode action = payload.putArray("actions").addObject();
    action.put("action_id", actionId).put("block_id", "decision").put("type", "button");
    action.put("value", button.path("value").asText()).put("action_ts", actionTs);
    action.set("text", button.path("text"));
    return payload;
  }

  /** A button on the app's home. */
  static ObjectNode pressHome(
      String user, JsonNode home, String actionId, String value, String actionTs) {
    ObjectNode payload = common("block_actions", user);
    payload.putObject("container").put("type", "view").put("view_id", "V0HOME" + user);
    ObjectNode view = home.deepCopy();
    view.put("id", "V0HOME" + user);
    payload.set("view", view);
    for (JsonNode block : home.path("blocks")) {
      for (JsonNode button : block.path("elements")) {
        if (!button.path("action_id").asText().equals(actionId)
            || !button.path("value").asText().equals(value)) continue;
        ObjectNode action = payload.putArray("actions").addObject();
        action.put("action_id", actionId).put("block_id", block.path("block_id").asText());
        action.put("type", "button").put("value", value).put("action_ts", actionTs);
        return payload;
      }
    }
    throw new AssertionError("no button " + actionId + " " + value + " on " + home);
  }

  /** A shortcut on somebody's message. */
  static ObjectNode shortcut(String user, String callbackId, String channel, String text) {
    ObjectNode payload = common("message_action", user);
    payload.put("callback_id", callbackId).put("message_ts", "1.000100");
    payload.putObject("channel").put("id", channel).put("name", "incidents");
    payload.put("action_ts", "1.000200");
    payload
        .putObject("message")
        .put("type", "message")
        .put("bot_id", "B0LOGS")
        .put("ts", "1.000100")
        .put("text", text);
    return payload;
  }

  static ObjectNode submission(Modal modal, Map<String, ?> filledIn) {
    ObjectNode payload = common("view_submission", modal.user());
    ObjectNode view = modal.view().deepCopy();
    view.put("id", modal.id()).put("team_id", SlackStandIn.TEAM).put("hash", "1.abc");
    view.put("root_view_id", modal.id()).put("app_id", SlackStandIn.APP);
    if (!view.has("private_metadata")) view.put("private_metadata", "");
    view.set("state", modal.state(filledIn));
    payload.set("view", view);
    payload.putArray("response_urls");
    return payload;
  }

  private static ObjectNode common(String type, String user) {
    ObjectNode payload = JSON.createObjectNode();
    payload.put("type", type);
    payload.putObject("team").put("id", SlackStandIn.TEAM).put("domain", "example");
    payload
        .putObject("user")
        .put("id", user)
        .put("username", "some.name")
        .put("name", "some.name")
        .put("team_id", SlackStandIn.TEAM);
    payload.put("api_app_id", SlackStandIn.APP).put("token", "verification-token-of-old");
    payload.putNull("enterprise").put("is_enterprise_install", false);
    return payload;
  }

  /** What is wrong with the app's answer to a form. */
  static List<String> formViolations(Modal modal, Delivery delivery) {
    List<String> violations = new ArrayList<>();
    if (delivery.status() != 200 || delivery.body().isEmpty()) return violations;
    try {
      JsonNode answer = JSON.readTree(delivery.body());
      if (!answer.path("response_action").asText().equals("errors"))
        violations.add("unknown response_action");
      if (answer.path("errors").isEmpty()) violations.add("errors without an error");
      answer
          .path("errors")
          .properties()
          .forEach(
              e -> {
                if (!modal.hasInput(e.getKey())) violations.add("no input block " + e.getKey());
              });
    } catch (JsonProcessingException e) {
      violations.add("an answer that is not JSON");
    }
    return violations;
  }
}
