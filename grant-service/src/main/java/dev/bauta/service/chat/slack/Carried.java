package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** What a form carries with it: nothing about an open form is kept in memory. */
final class Carried {
  private Carried() {}

  static String write(String requestId) {
    return Task.JSON.createObjectNode().put("request", requestId).toString();
  }

  /**
   * The id that {@link #write} put in.
   *
   * @throws MalformedException if there is none
   */
  static String request(JsonNode view) {
    try {
      String id =
          Task.JSON.readTree(view.path("private_metadata").asText("")).path("request").asText("");
      if (id.isEmpty()) throw new MalformedException();
      return id;
    } catch (JsonProcessingException e) {
      throw new MalformedException();
    }
  }
}
