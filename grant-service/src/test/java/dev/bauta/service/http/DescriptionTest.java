package dev.bauta.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.bauta.service.app.RunningService;
import dev.bauta.service.app.RunningService.Answer;
import io.javalin.config.RoutesConfig;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lints the published description, and holds real answers against it. */
class DescriptionTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  @TempDir static Path folder;
  private static RunningService service;
  private static String text;
  private static JsonNode description;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.start(folder);
    text = service.get(null, "/openapi.json").text();
    description = new ObjectMapper().readTree(text);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aParserOfOpenApi_findsNothingWrong() {
    SwaggerParseResult result =
        new OpenAPIV3Parser().readContents(text, List.of(), new ParseOptions());
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths()).hasSize(description.path("paths").size());
  }

  @Test
  void everyOperation_hasAnId_aSummary_security_answers_andProblems() {
    Set<String> ids = new HashSet<>();
    operations(
        (name, operation) -> {
          assertThat(ids.add(operation.path("operationId").asText())).as(name).isTrue();
          assertThat(operation.path("summary").asText()).as(name).isNotBlank();
          assertThat(operation.path("tags")).as(name).hasSize(1);
          assertThat(operation.path("security").isArray()).as(name).isTrue();
          assertThat(operation.path("security").isEmpty())
              .as(name)
              .isEqualTo(operation.path("tags").path(0).asText().equals("open"));
          int good = 0;
          for (var answer : operation.path("responses").properties()) {
            String where = name + " " + answer.getKey();
            assertThat(answer.getValue().path("description").asText()).as(where).isNotBlank();
            if (answer.getKey().compareTo("400") < 0) good++;
            else if (answer.getValue().path("content").has("application/problem+json"))
              assertThat(
                      answer
                          .getValue()
                          .at("/content/application~1problem+json/schema/$ref")
                          .asText())
                  .as(where)
                  .isEqualTo("#/components/schemas/Problem");
            else assertThat(where).isEqualTo("GET /health 503");
          }
          assertThat(good).as(name).isPositive();
          assertThat(operation.path("responses").has("429")).as(name).isTrue();
        });
    assertThat(ids).hasSizeGreaterThan(20);
  }

  @Test
  void everyExample_isThere_andIsWhatItsSchemaSays() {
    int[] seen = new int[1];
    operations(
        (name, operation) -> {
          for (JsonNode media : operation.findValues("content")) {
            for (var type : media.properties()) {
              JsonNode example = type.getValue().path("example");
              assertThat(example.isMissingNode()).as(name).isFalse();
              assertThat(faults(type.getValue().path("schema"), example)).as(name).isEmpty();
              seen[0]++;
            }
          }
          for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.has("$ref")) continue;
            assertThat(parameter.path("description").asText()).as(name).isNotBlank();
            assertThat(faults(parameter.path("schema"), parameter.path("example")))
                .as(name)
                .isEmpty();
          }
        });
    assertThat(seen[0]).isGreaterThan(60);
  }

  @Test
  void routesAreMade_byTheTableOnly() {
    // so nothing is answered that is not described; chat platforms describe their own
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("dev.bauta.service.http..")
        .and()
        .doNotHaveSimpleName("Routes")
        .and()
        .doNotHaveSimpleName("HttpServer")
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                        RoutesConfig.class))))
        .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
  }

  @Test
  void everyDescribedOperation_isAnswered() {
    operations(
        (name, operation) -> {
          String path = name.substring(name.indexOf(' ') + 1).replace("{id}", "x");
          if (path.equals(GrantStream.PATH)) path += "?service=x";
          Answer answer =
              name.startsWith("GET ") ? service.get(null, path) : service.post(null, path, "{}");
          assertThat(operation.path("responses").has(Integer.toString(answer.status())))
              .as(name + " answers " + answer.status())
              .isTrue();
          assertThat(answer.text()).as(name).doesNotContain("There is nothing at this path");
        });
  }

  @Test
  void realAnswers_areWhatIsDescribed() {
    String id = service.approved();
    String grant = "grant-" + id.substring(4);
    service.asked();
    service.post(
        "desk-agents",
        "/agent/v1/receipts",
        "{\"agent\":\"a1\",\"service\":\"desk\",\"environment\":\"production\",\"number\":1,"
            + "\"applied\":{\"epoch\":1,\"version\":1},\"counts\":[]}");
    String one = "/api/v1/requests/" + id;
    conforms(
        service.post("grace", "/api/v1/requests", RunningService.ASK), "post", "/api/v1/requests");
    conforms(service.post("grace", "/api/v1/requests", "{}"), "post", "/api/v1/requests");
    conforms(service.post(null, "/api/v1/requests", "{}"), "post", "/api/v1/requests");
    conforms(service.get("ada", "/api/v1/requests?limit=1"), "get", "/api/v1/requests");
    conforms(service.get("ada", "/api/v1/requests?limit=0"), "get", "/api/v1/requests");
    conforms(service.get("grace", one), "get", "/api/v1/requests/{id}");
    conforms(service.get("mallory", one), "get", "/api/v1/requests/{id}");
    conforms(
        service.post("alan", one + "/deny", "{\"reason\":\"no\"}"),
        "post",
        "/api/v1/requests/{id}/deny");
    conforms(service.post("grace", one + "/cancel", "{}"), "post", "/api/v1/requests/{id}/cancel");
    conforms(service.get("ada", "/api/v1/grants"), "get", "/api/v1/grants");
    conforms(service.get("ada", "/api/v1/grants/" + grant), "get", "/api/v1/grants/{id}");
    conforms(
        service.post("grace", "/api/v1/grants/" + grant + "/revoke", "{\"reason\":\"done\"}"),
        "post",
        "/api/v1/grants/{id}/revoke");
    conforms(service.get("ada", "/api/v1/audit?limit=3"), "get", "/api/v1/audit");
    conforms(
        service.get("ada", "/api/v1/audit/inclusion?record=0"), "get", "/api/v1/audit/inclusion");
    conforms(
        service.get("ada", "/api/v1/audit/consistency?from=1"), "get", "/api/v1/audit/consistency");
    conforms(service.get("grace", "/api/v1/audit"), "get", "/api/v1/audit");
    conforms(service.get("ada", "/api/v1/agents"), "get", "/api/v1/agents");
    conforms(service.get(null, "/health"), "get", "/health");
    conforms(service.get(null, "/.well-known/jwks.json"), "get", "/.well-known/jwks.json");
    conforms(service.get(null, "/openapi.json"), "get", "/openapi.json");
    assertThat(service.get("ada", "/api/v1/agents").json().path("agents")).isNotEmpty();
  }

  private static void conforms(Answer answer, String method, String path) {
    String where = method + " " + path + " " + answer.status();
    JsonNode described =
        description
            .path("paths")
            .path(path)
            .path(method)
            .path("responses")
            .path(Integer.toString(answer.status()));
    assertThat(described.isMissingNode()).as(where).isFalse();
    String type = answer.headers().get("content-type").get(0).split(";")[0];
    JsonNode schema = described.path("content").path(type).path("schema");
    assertThat(schema.isMissingNode()).as(where + " " + type).isFalse();
    assertThat(faults(schema, answer.json())).as(where + " " + answer.text()).isEmpty();
    // what an answer has and the schema does not tell would be used by nobody who reads it
    ObjectNode strict = resolved(schema);
    if (strict.has("properties"))
      answer
          .json()
          .fieldNames()
          .forEachRemaining(
              field ->
                  assertThat(strict.path("properties").has(field) || path.equals("/openapi.json"))
                      .as(where + " tells " + field)
                      .isTrue());
  }

  private static ObjectNode resolved(JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return (ObjectNode) (ref.isEmpty() ? schema : description.at(ref.substring(1)));
  }

  private static List<Error> faults(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", description.path("components"));
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(whole.toString(), com.networknt.schema.InputFormat.JSON);
    return compiled.validate(value.toString(), com.networknt.schema.InputFormat.JSON);
  }

  private static void operations(BiConsumer<String, JsonNode> each) {
    for (var path : description.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey()))
          each.accept(
              method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue());
      }
    }
  }
}
