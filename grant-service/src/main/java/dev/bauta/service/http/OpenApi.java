package dev.bauta.service.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.service.access.AccountScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the API's description (OpenAPI 3.1) out of the operations the server was given. What JSON
 * looks like stands in {@code openapi-components.json}, each schema with an example.
 */
final class OpenApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Integer, String> PROBLEMS =
      new TreeMap<>(
          Map.of(
              400, "Something about the call is wrong; faults says what",
              401, "No valid token came along",
              403, "The caller may not do this",
              404, "There is nothing with that id, or the caller may not see it",
              409, "It is decided already, or a call with the same key is being answered now",
              413, "The body is too large",
              415, "The body is not JSON",
              422, "The key was used for another call",
              429, "Too many calls; Retry-After says when to come again",
              503, "The database cannot be reached; nothing was changed"));

  private final ObjectNode components;

  OpenApi() {
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi-components.json")) {
      components = (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read openapi-components.json in the service's own jar", e);
    }
  }

  String describe(List<Operation> operations) {
    ObjectNode root = JSON.createObjectNode().put("openapi", "3.1.0");
    root.putObject("info")
        .put("title", "Bauta grant service")
        .put("version", "1")
        .put(
            "description",
            "Ask for, approve and end the right to see masked values; read and prove the audit log; keep agents informed.")
        .putObject("license")
        .put("name", "Apache 2.0")
        .put("identifier", "Apache-2.0");
    root.putArray("servers").addObject().put("url", "/");
    ObjectNode paths = root.putObject("paths");
    for (Operation operation : operations) {
      ObjectNode path = paths.withObjectProperty(operation.path());
      path.set(operation.method().toLowerCase(Locale.ROOT), operation(operation));
    }
    root.set("components", components);
    return root.toString();
  }

  private ObjectNode operation(Operation operation) {
    ObjectNode node = JSON.createObjectNode();
    node.put("operationId", operation.id()).put("summary", operation.summary());
    node.putArray("tags").add(operation.tag());
    ArrayNode security = node.putArray("security");
    switch (operation.access()) {
      case OPEN -> {}
      case PERSON -> {
        security.addObject().putArray("personToken");
        if (!operation.scopes().isEmpty()) {
          ArrayNode scopes = security.addObject().putArray("accountToken");
          operation.scopes().stream().map(AccountScope::word).sorted().forEach(scopes::add);
        }
      }
      case AGENT -> security.addObject().putArray("agentToken");
    }
    parameters(node, operation);
    if (!operation.takes().isEmpty()) {
      ObjectNode body = node.putObject("requestBody").put("required", operation.bodyNeeded());
      json(body, "application/json", operation.takes());
    }
    answers(node.putObject("responses"), operation);
    return node;
  }

  private static void parameters(ObjectNode node, Operation operation) {
    ArrayNode all = JSON.createArrayNode();
    if (operation.namesOne())
      all.addObject()
          .put("name", "id")
          .put("in", "path")
          .put("required", true)
          .put("description", "The id")
          .put("example", operation.path().contains("/grants/") ? "grant-9f2c" : "req-9f2c")
          .putObject("schema")
          .put("type", "string");
    for (Operation.Parameter parameter : operation.parameters()) {
      ObjectNode one =
          all.addObject()
              .put("name", parameter.name())
              .put("in", "query")
              .put("required", parameter.needed())
              .put("description", parameter.description());
      one.set("schema", JSON.valueToTree(parameter.schema()));
      one.set("example", JSON.valueToTree(parameter.example()));
    }
    if (operation.takesKey()) all.addObject().put("$ref", "#/components/parameters/IdempotencyKey");
    if (!all.isEmpty()) node.set("parameters", all);
  }

  private void answers(ObjectNode node, Operation operation) {
    operation
        .answers()
        .forEach(
            (status, answer) -> {
              ObjectNode one = node.putObject(Integer.toString(status));
              one.put("description", answer.description());
              if (!answer.schema().isEmpty()) json(one, answer.mediaType(), answer.schema());
              else if (!answer.mediaType().isEmpty()) {
                ObjectNode media = one.putObject("content").putObject(answer.mediaType());
                media.putObject("schema").put("type", "string");
                media.put("example", answer.example());
              }
            });
    PROBLEMS.forEach(
        (status, description) -> {
          if (!answersWith(operation, status) || operation.answers().containsKey(status)) return;
          ObjectNode one = node.putObject(Integer.toString(status)).put("description", description);
          if (status == 429) {
            ObjectNode header = one.putObject("headers").putObject("Retry-After");
            header.put("description", "Seconds").putObject("schema").put("type", "integer");
          }
          ObjectNode media = one.putObject("content").putObject(Problem.TYPE);
          media.putObject("schema").put("$ref", "#/components/schemas/Problem");
          ObjectNode example =
              media
                  .putObject("example")
                  .put("type", "urn:bauta:problem:http-" + status)
                  .put("title", org.eclipse.jetty.http.HttpStatus.getMessage(status))
                  .put("status", status)
                  .put("detail", description + ".");
          if (status == 400)
            example
                .putArray("faults")
                .addObject()
                .put("field", "minutes")
                .put("message", "Is missing.");
        });
  }

  private static boolean answersWith(Operation operation, int status) {
    boolean person = operation.access() == Operation.Access.PERSON;
    boolean known = operation.access() != Operation.Access.OPEN;
    return switch (status) {
      case 400 -> known && (!operation.parameters().isEmpty() || operation.method().equals("POST"));
      case 401, 403, 503 -> known;
      case 404 -> operation.namesOne() || operation.access() == Operation.Access.AGENT;
      case 409 -> operation.takesKey();
      case 413 -> operation.method().equals("POST");
      case 415, 422 -> person && operation.method().equals("POST");
      case 429 -> true;
      default -> throw new IllegalArgumentException("no rule for " + status);
    };
  }

  private void json(ObjectNode parent, String mediaType, String schema) {
    ObjectNode media = parent.putObject("content").putObject(mediaType);
    media.putObject("schema").put("$ref", "#/components/schemas/" + schema);
    JsonNode example = components.path("schemas").path(schema).path("examples").path(0);
    if (example.isMissingNode())
      throw new IllegalStateException("the schema " + schema + " has no example");
    media.set("example", example);
  }
}
