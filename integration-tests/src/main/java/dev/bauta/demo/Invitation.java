package dev.bauta.demo;

/** What to try while both servers stay up. */
final class Invitation {

  private Invitation() {}

  static void print(Paper paper, GrantService service, Desk desk) {
    paper.chapter("Both servers stay up; try it yourself, and stop with Ctrl-C");
    paper.say("The desk, as Grace and as Linus:");
    for (String person : new String[] {"grace", "linus"}) {
      paper.say(
          "  curl -u " + person + ":" + Desk.password(person) + " " + desk.url() + "/customers/7");
    }
    paper.say("  curl -u linus:" + Desk.password("linus") + " " + desk.url() + "/customers/7/card");
    paper.gap();
    paper.say("Grace asks, Ada approves (put the id of the answer into the second line):");
    paper.say(
        "  curl -H 'Authorization: Bearer "
            + service.token("grace")
            + "' -H 'Content-Type: application/json' -d '"
            + "{\"service\":\"customer-desk\",\"environment\":\"demo\",\"sinks\":[\"jdbc\",\"json\"],"
            + "\"types\":[\"name\",\"email\"],\"fields\":\"*\",\"minutes\":5,"
            + "\"reason\":\"Trying the demo out myself\"}' "
            + service.url()
            + "/api/v1/requests");
    paper.say(
        "  curl -X POST -H 'Authorization: Bearer "
            + service.token("ada")
            + "' "
            + service.url()
            + "/api/v1/requests/ID/approve");
    paper.gap();
    paper.say("Margaret reads the audit log:");
    paper.say(
        "  curl -H 'Authorization: Bearer "
            + service.token("margaret")
            + "' "
            + service.url()
            + "/api/v1/audit");
    paper.gap();
    paper.say("The API is described in " + service.url() + "/openapi.json");
  }
}
