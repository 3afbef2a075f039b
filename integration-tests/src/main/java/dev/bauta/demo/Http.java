package dev.bauta.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Asks one server as one person. Immutable and thread-safe. */
public final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What came back. */
  public record Answer(int status, String body) {

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException notJson) {
        throw new StoryException("no JSON came back, but: " + body, notJson);
      }
    }

    /** This answer where it has the status, else the end of the story. */
    public Answer expect(int expected, String step) {
      if (status != expected) {
        throw new StoryException(
            step + ": expected the answer " + expected + ", got " + status + ": " + body);
      }
      return this;
    }
  }

  private final String server;
  private final String authorization;

  private Http(String server, String authorization) {
    this.server = server;
    this.authorization = authorization;
  }

  public static Http nobody(String server) {
    return new Http(server, null);
  }

  public static Http bearer(String server, String token) {
    return new Http(server, "Bearer " + token);
  }

  public static Http basic(String server, String user, String password) {
    String pair = user + ":" + password;
    return new Http(
        server,
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /**
   * @param body anything that Jackson can write
   */
  public Answer post(String path, Object body) {
    try {
      return send(
          request(path)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(20));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.body());
    } catch (IOException failed) {
      throw new StoryException("no answer from " + request.build().uri(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoryException("interrupted", interrupted);
    }
  }
}
