package dev.bauta.service.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.service.access.AccountScope;
import dev.bauta.service.access.InvalidRequestException;
import dev.bauta.service.access.Role;
import dev.bauta.service.store.AuditLog;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;

/** Reading and proving the audit log, and who the agents are. */
final class AuditRoutes {
  private final Callers callers;
  private final AuditLog log;
  private final Fleet fleet;

  AuditRoutes(Callers callers, AuditLog log, Fleet fleet) {
    this.callers = callers;
    this.log = log;
    this.fleet = fleet;
  }

  void register(Routes routes) {
    routes.add(
        get("/api/v1/audit", "audit", "The log's records, oldest first")
            .query(
                Operation.Parameter.number("after", "Only records after this number", 0, 41),
                Page.LIMIT)
            .openTo(AccountScope.AUDIT)
            .answers(200, "Records; next is what to give as after", "AuditPage"),
        this::entries);
    routes.add(
        get("/api/v1/audit/checkpoint", "checkpoint", "The log's size and root, signed now")
            .openTo(AccountScope.AUDIT)
            .answersText(
                200,
                "A signed note (C2SP tlog-checkpoint)",
                "text/plain",
                "bauta/audit/9f2c\n42\nqL5d...\n"),
        this::checkpoint);
    routes.add(
        get("/api/v1/audit/inclusion", "inclusion", "Proof that a record is in the log")
            .query(
                Operation.Parameter.number("record", "The record's number", 0, 7).isNeeded(),
                Operation.Parameter.number("size", "Of the log; left out: now", 0, 42))
            .openTo(AccountScope.AUDIT)
            .answers(200, "The proof (RFC 6962)", "Proof"),
        this::inclusion);
    routes.add(
        get("/api/v1/audit/consistency", "consistency", "Proof that the log only grew")
            .query(
                Operation.Parameter.number("from", "The smaller size", 0, 7).isNeeded(),
                Operation.Parameter.number("to", "The larger size; left out: now", 0, 42))
            .openTo(AccountScope.AUDIT)
            .answers(200, "The proof (RFC 6962)", "Proof"),
        this::consistency);
    routes.add(
        Operation.get("/api/v1/agents", "agents", "The agents, and what they have confirmed")
            .of("agents", Operation.Access.PERSON)
            .query(Page.CURSOR, Page.LIMIT)
            .openTo(AccountScope.READ)
            .answers(200, "Agents", "AgentList"),
        this::agents);
  }

  private static Operation get(String path, String id, String summary) {
    return Operation.get(path, id, summary).of("audit", Operation.Access.PERSON);
  }

  private void entries(Context context) {
    Callers.require(callers.caller(context), Role.AUDITOR, Role.ADMIN);
    long after = Page.number(context, "after", -1);
    long limit = Page.number(context, "limit", Page.MOST);
    if (limit < 1 || limit > Page.MOST)
      throw Page.fault("limit", "Must be 1 to " + Page.MOST + ".");
    ObjectNode answer = Views.object();
    ArrayNode all = answer.putArray("records");
    List<AuditLog.Entry> found = log.entries(after, (int) limit);
    found.forEach(e -> all.add(Views.entry(e)));
    long size = log.size();
    answer.put("size", size);
    long last = found.isEmpty() ? size : found.get(found.size() - 1).number();
    if (last + 1 < size) answer.put("next", last);
    json(context, answer);
  }

  private void checkpoint(Context context) {
    Callers.require(callers.caller(context), Role.AUDITOR, Role.ADMIN);
    context.contentType("text/plain; charset=utf-8").result(log.checkpoint());
  }

  private void inclusion(Context context) {
    Callers.require(callers.caller(context), Role.AUDITOR, Role.ADMIN);
    long size = Page.number(context, "size", log.size());
    long record = Page.number(context, "record", -1);
    if (record < 0 || record >= size || size > log.size()) throw outside("record");
    json(context, Views.proof(log.inclusion(record, size)));
  }

  private void consistency(Context context) {
    Callers.require(callers.caller(context), Role.AUDITOR, Role.ADMIN);
    long to = Page.number(context, "to", log.size());
    long from = Page.number(context, "from", -1);
    if (from < 0 || from > to || to > log.size()) throw outside("from");
    json(context, Views.proof(log.consistency(from, to)));
  }

  private void agents(Context context) {
    Callers.require(callers.caller(context), Role.AUDITOR, Role.ADMIN, Role.APPROVER);
    Page page = Page.of(context);
    List<Fleet.Agent> found =
        fleet.agents().stream()
            .filter(a -> page.cursor().map(c -> place(a).compareTo(c) > 0).orElse(true))
            .sorted(Comparator.comparing(AuditRoutes::place))
            .limit(page.asked())
            .toList();
    ObjectNode answer = Views.object();
    ArrayNode all = answer.putArray("agents");
    page.shown(found).forEach(a -> all.add(Views.agent(a)));
    page.next(answer, found, AuditRoutes::place);
    json(context, answer);
  }

  private static String place(Fleet.Agent agent) {
    return agent.audience().service()
        + "\n"
        + agent.audience().environment()
        + "\n"
        + agent.agent();
  }

  private static InvalidRequestException outside(String name) {
    return Page.fault(name, "Is not a record of the log.");
  }

  private static void json(Context context, ObjectNode node) {
    context.contentType("application/json").result(node.toString());
  }
}
