package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What a request of Slack's is answered with. */
record Answer(int status, String contentType, String body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Taken; closes a form. Slack wants the body empty. */
  static final Answer ACKNOWLEDGED = new Answer(200, "text/plain", "");

  static Answer ephemeral(String text) {
    ObjectNode body = JSON.createObjectNode();
    body.put("response_type", "ephemeral").put("text", text);
    return new Answer(200, "application/json", body.toString());
  }

  /** Keeps the form open and shows each text under its field. */
  static Answer errors(Map<String, String> byBlock) {
    ObjectNode body = JSON.createObjectNode();
    body.put("response_action", "errors");
    ObjectNode errors = body.putObject("errors");
    byBlock.forEach(errors::put);
    return new Answer(200, "application/json", body.toString());
  }

  static Answer problem(int status, String title, String detail) {
    ObjectNode body = JSON.createObjectNode();
    body.put("type", "about:blank").put("title", title).put("status", status).put("detail", detail);
    return new Answer(status, "application/problem+json", body.toString());
  }
}
