package dev.bauta.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests for an unmask through the REST API. Thread-safe. */
public final class Requests {

  static final String PATH = "/api/v1/requests";

  private final GrantService service;

  public Requests(GrantService service) {
    this.service = service;
  }

  /**
   * A request about the customer desk, for rows and JSON, ten minutes long.
   *
   * @param changes what is different, by the API's names
   */
  public Http.Answer ask(String person, List<String> types, Map<String, Object> changes) {
    Map<String, Object> request = new TreeMap<>();
    request.put("service", GrantService.SERVICE);
    request.put("environment", GrantService.ENVIRONMENT);
    request.put("sinks", List.of("jdbc", "json"));
    request.put("types", types);
    request.put("fields", "*");
    request.put("reason", "Ticket 4711: the parcel came back, the customer is on the phone");
    request.put("minutes", 10);
    request.putAll(changes);
    return service.as(person).post(PATH, request);
  }

  /** Asks, and returns the request's id. */
  public String asked(String person, List<String> types, Map<String, Object> changes) {
    return ask(person, types, changes)
        .expect(201, person + "'s request")
        .json()
        .path("id")
        .asText();
  }

  public Http.Answer approve(String person, String request) {
    return service.as(person).post(PATH + "/" + request + "/approve", Map.of());
  }

  public JsonNode get(String request) {
    return service.as("ada").get(PATH + "/" + request).expect(200, "request " + request).json();
  }

  /** The requests in that state, newest or oldest first. */
  public JsonNode list(String state) {
    return service
        .as("ada")
        .get(PATH + "?state=" + state)
        .expect(200, "the requests")
        .json()
        .path("requests");
  }

  public String state(String request) {
    return get(request).path("state").asText();
  }

  /** The id of the grant that the request became. */
  public String grant(String request) {
    return get(request).path("grant").asText();
  }

  public Http.Answer revoke(String person, String request) {
    return service
        .as(person)
        .post(
            "/api/v1/grants/" + grant(request) + "/revoke",
            Map.of("reason", "The parcel is on its way"));
  }

  /** Everything that the audit log holds, oldest first. */
  public List<AuditRow> audit() {
    List<AuditRow> rows = new ArrayList<>();
    JsonNode page;
    do {
      page =
          service
              .as("margaret")
              .get("/api/v1/audit" + (rows.isEmpty() ? "" : "?after=" + (rows.size() - 1)))
              .expect(200, "the audit")
              .json();
      page.path("records").forEach(record -> rows.add(AuditRow.of(record)));
    } while (rows.size() < page.path("size").asLong() && !page.path("records").isEmpty());
    return rows;
  }
}
