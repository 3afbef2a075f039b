package dev.bauta.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** The grant service's API, as one person. Not for several threads. */
final class GrantClient {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI service;
  private final String token;

  GrantClient(URI service, String token) {
    this.service = service;
    this.token = token;
  }

  /**
   * What the service answers.
   *
   * @throws CliException with what the service says against it, or that it can't be reached
   */
  JsonNode get(String path) {
    return call(request(path).GET().build());
  }

  /** As {@link #get}; done once, also where the answer is lost and it is sent again. */
  JsonNode post(String path, JsonNode body) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    return call(request);
  }

  /** A part of a path or query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service + path))
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode call(HttpRequest request) {
    try {
      return answer(sent(request));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CliException("interrupted.");
    }
  }

  private HttpResponse<String> sent(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException first) {
      try {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
      } catch (IOException second) {
        throw new CliException(
            "cannot reach "
                + service
                + " ("
                + second.getClass().getSimpleName()
                + "); is the service up, and the address right?");
      }
    }
  }

  private JsonNode answer(HttpResponse<String> response) {
    JsonNode body = parsed(response.body());
    int status = response.statusCode();
    if (status / 100 == 2) {
      return body;
    }
    StringBuilder text = new StringBuilder();
    text.append(body.path("detail").asText("the service answers with HTTP " + status + "."));
    for (JsonNode fault : body.path("faults")) {
      text.append(System.lineSeparator())
          .append("  ")
          .append(fault.path("field").asText())
          .append(": ")
          .append(fault.path("message").asText());
    }
    if (status == 401) {
      text.append(" Tokens are made by the service's administrator: tokens create --person NAME.");
    }
    throw new CliException(Printable.text(text.toString()));
  }

  private JsonNode parsed(String body) {
    try {
      return JSON.readTree(body.isEmpty() ? "{}" : body);
    } catch (JsonProcessingException notJson) {
      throw new CliException(
          service + " does not answer like a grant service; is the address right?");
    }
  }
}
