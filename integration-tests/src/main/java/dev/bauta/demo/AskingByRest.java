package dev.bauta.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Asking and deciding through the REST API, each person with a token of their own. */
final class AskingByRest implements Asking {

  private final Paper paper;
  private final Requests requests;

  AskingByRest(Paper paper, GrantService service) {
    this.paper = paper;
    this.requests = new Requests(service);
  }

  @Override
  public String ask() {
    List<String> types =
        List.of("name", "email", "phone", "date-of-birth", "us-ssn", "iban", "address");
    String reason = "Ticket 4711: the parcel came back, Grace must read the address out";
    String id = requests.asked("grace", types, Map.of("reason", reason, "ticket", "4711"));
    paper.quote(
        "POST " + Requests.PATH + " (Grace)",
        "customer-desk, demo; rows and JSON; 10 minutes\n"
            + String.join(", ", types)
            + "\n"
            + reason);
    paper.gap();
    return id;
  }

  @Override
  public void refusedToHerself(String request) {
    Http.Answer refused =
        requests.approve("grace", request).expect(403, "Grace's approval of her own request");
    paper.quote(
        "POST " + Requests.PATH + "/" + request + "/approve (Grace)", "403 " + detail(refused));
    paper.gap();
    paper.done("refused: nobody approves their own request, though Grace is an approver as well");
  }

  @Override
  public long approve(String request) {
    long now = System.nanoTime();
    Http.Answer approved = requests.approve("ada", request).expect(200, "Ada's approval");
    paper.quote(
        "POST " + Requests.PATH + "/" + request + "/approve (Ada)",
        "200 " + approved.json().path("state").asText());
    paper.gap();
    return now;
  }

  @Override
  public long revoke(String request) {
    long now = System.nanoTime();
    requests.revoke("ada", request).expect(200, "the end of the grant");
    paper.quote("POST /api/v1/grants/.../revoke (Ada)", "200 " + requests.state(request));
    return now;
  }

  private static String detail(Http.Answer problem) {
    JsonNode json = problem.json();
    return json.path("detail").asText(json.path("title").asText());
  }
}
