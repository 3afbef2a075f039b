package dev.bauta.service.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.InvalidRequestException;
import dev.bauta.service.access.Role;
import dev.bauta.service.store.AuditLog;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** Reading and proving the audit log, and who the agents are. */
final class AuditRoutes {
  private static final int PAGE = 500;

  private final Callers callers;
  private final AuditLog log;
  private final Fleet fleet;

  AuditRoutes(Callers callers, AuditLog log, Fleet fleet) {
    this.callers = callers;
    this.log = log;
    this.fleet = fleet;
  }

  void register(RoutesConfig routes) {
    routes.get("/api/v1/audit", this::entries);
    routes.get("/api/v1/audit/checkpoint", this::checkpoint);
    routes.get("/api/v1/audit/inclusion", this::inclusion);
    routes.get("/api/v1/audit/consistency", this::consistency);
    routes.get("/api/v1/agents", this::agents);
  }

  private void entries(Context context) {
    Callers.require(callers.caller(context), Role.AUDITOR, Role.ADMIN);
    long after = number(context, "after", -1);
    ObjectNode answer = Views.object();
    ArrayNode all = answer.putArray("records");
    log.entries(after, PAGE).forEach(e -> all.add(Views.entry(e)));
    answer.put("size", log.size());
    json(context, answer);
  }

  private void checkpoint(Context context) {
    Callers.require(callers.caller(context), Role.AUDITOR, Role.ADMIN);
    context.contentType("text/plain; charset=utf-8").result(log.checkpoint());
  }

  private void inclusion(Context context) {
    Callers.require(callers.caller(context), Role.AUDITOR, Role.ADMIN);
    long size = number(context, "size", log.size());
    long record = number(context, "record", -1);
    if (record < 0 || record >= size || size > log.size()) throw outside("record");
    json(context, Views.proof(log.inclusion(record, size)));
  }

  private void consistency(Context context) {
    Callers.require(callers.caller(context), Role.AUDITOR, Role.ADMIN);
    long to = number(context, "to", log.size());
    long from = number(context, "from", -1);
    if (from < 0 || from > to || to > log.size()) throw outside("from");
    json(context, Views.proof(log.consistency(from, to)));
  }

  private void agents(Context context) {
    Callers.require(callers.caller(context), Role.AUDITOR, Role.ADMIN, Role.APPROVER);
    ObjectNode answer = Views.object();
    ArrayNode all = answer.putArray("agents");
    fleet.agents().forEach(a -> all.add(Views.agent(a)));
    json(context, answer);
  }

  private static long number(Context context, String name, long absent) {
    String text = context.queryParam(name);
    if (text == null) return absent;
    if (!text.matches("[0-9]{1,15}"))
      throw new InvalidRequestException(List.of(new Fault(name, "Must be a whole number.")));
    return Long.parseLong(text);
  }

  private static InvalidRequestException outside(String name) {
    return new InvalidRequestException(List.of(new Fault(name, "Is not a record of the log.")));
  }

  private static void json(Context context, ObjectNode node) {
    context.contentType("application/json").result(node.toString());
  }
}
