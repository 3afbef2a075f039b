package dev.bauta.service.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole service in this JVM, on a free port, with tokens for everybody: {@code grace-token},
 * {@code desk-agents-token}, ...
 */
public final class RunningService implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Path folder;
  private final GrantService service;

  private RunningService(Path folder, GrantService service) {
    this.folder = folder;
    this.service = service;
  }

  public static RunningService start(Path folder, String... more) {
    writeConfig(folder, more);
    return again(folder);
  }

  /** Starts on what is in the folder. */
  public static RunningService again(Path folder) {
    ServiceConfig config =
        new ConfigReader(Map.of(), List.of()).read(Optional.of(folder.resolve("service.yaml")));
    return new RunningService(
        folder, GrantService.start(config, List.of(), Map.of(), Main.clock()));
  }

  public static void writeConfig(Path folder, String... more) {
    StringBuilder yaml = new StringBuilder("http: {port: 0}\npeople:\n");
    person(yaml, "grace", "requester");
    person(yaml, "linus", "requester, approver");
    person(yaml, "alan", "approver");
    person(yaml, "mallory", "requester, approver");
    person(yaml, "ada", "auditor");
    yaml.append("services:\n");
    yaml.append(
        "  - {name: desk, environments: [production, staging], approvers: [linus, alan], max-minutes: 30}\n");
    yaml.append("  - {name: other, environments: [production], approvers: [linus]}\n");
    yaml.append("agents:\n  - {name: desk-agents, services: [desk], api-token-sha256: ")
        .append(TokenHash.of("desk-agents-token"))
        .append("}\n");
    for (String line : more) yaml.append(line).append('\n');
    try {
      Files.writeString(folder.resolve("service.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void person(StringBuilder yaml, String name, String roles) {
    String hash = TokenHash.of(name + "-token");
    yaml.append("  - {name: ")
        .append(name)
        .append(", roles: [")
        .append(roles)
        .append("], api-token-sha256: ")
        .append(hash)
        .append("}\n");
  }

  public String url() {
    return service.url();
  }

  public int port() {
    return service.port();
  }

  public Path data() {
    return folder.resolve("bauta-data");
  }

  /** An answer: status, headers, body as text and as JSON. */
  public record Answer(int status, Map<String, List<String>> headers, String text) {
    public JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("not JSON: " + text, e);
      }
    }
  }

  public Answer get(String who, String path, String... headers) {
    return send(request(who, path, headers).GET());
  }

  public Answer post(String who, String path, String body, String... headers) {
    return send(request(who, path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String who, String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url() + path));
    if (who != null) builder.header("Authorization", "Bearer " + who + "-token");
    if (headers.length > 0) builder.headers(headers);
    return builder;
  }

  private static Answer send(HttpRequest.Builder builder) {
    try {
      HttpResponse<String> response =
          CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Grace asks for e-mails and names of one subject of desk. */
  public String asked() {
    Answer answer = post("grace", "/api/v1/requests", ASK);
    if (answer.status() != 201) throw new AssertionError(answer.text());
    return answer.json().path("id").asText();
  }

  /** Asked by grace, approved by linus. */
  public String approved() {
    String id = asked();
    Answer answer = post("linus", "/api/v1/requests/" + id + "/approve", "{}");
    if (answer.status() != 200) throw new AssertionError(answer.text());
    return id;
  }

  public static final String ASK =
      "{\"service\":\"desk\",\"environment\":\"production\",\"sinks\":[\"json\",\"jdbc\"],\"types\":[\"email\",\"name\"],"
          + "\"fields\":\"*\",\"subject\":\"customer-4711\",\"reason\":\"customer cannot be reached\",\"minutes\":10}";

  @Override
  public void close() {
    service.close();
  }
}
