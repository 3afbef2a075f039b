package dev.bauta.service.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.grants.Scope;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.Stage;
import dev.bauta.service.store.AuditLog;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** The API's JSON, out of stored values. */
final class Views {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Views() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ObjectNode request(AccessRequest request) {
    ObjectNode node = object();
    node.put("id", request.id());
    node.put("state", request.state().name());
    node.put("requester", request.requester());
    node.put("kind", request.kind().name());
    request.follows().ifPresent(before -> node.put("follows", before));
    scope(node, request.scope());
    node.put("reason", request.reason());
    request.ticket().ifPresent(t -> node.put("ticket", t));
    node.put("minutes", request.duration().toMinutes());
    node.put("maxReveals", request.maxReveals());
    node.put("askedAt", request.askedAt().toString());
    node.put("decideBy", request.decideBy().toString());
    request.escalatesAt().ifPresent(at -> node.put("escalatesAt", at.toString()));
    node.put("policyVersion", request.policyVersion());
    node.put("approvalsNeeded", request.approvalsNeeded());
    ArrayNode stages = node.putArray("stages");
    request.stages().forEach(stage -> stage(stages.addObject(), stage));
    request.openStage().ifPresent(stage -> node.put("waitsFor", stage.name()));
    ArrayNode approvals = node.putArray("approvals");
    request
        .approvals()
        .forEach(a -> approvals.addObject().put("person", a.person()).put("at", a.at().toString()));
    request
        .window()
        .ifPresent(
            w ->
                node.put("grant", request.grantId())
                    .put("from", w.from().toString())
                    .put("until", w.until().toString()));
    request
        .closing()
        .ifPresent(
            c ->
                node.putObject("closed")
                    .put("by", c.by())
                    .put("at", c.at().toString())
                    .put("why", c.why()));
    return node;
  }

  private static void stage(ObjectNode node, Stage stage) {
    node.put("name", stage.name()).put("people", stage.people());
    ObjectNode approvers = node.putObject("approvers");
    stage.approvers().forEach(approvers::put);
  }

  static ObjectNode grant(GrantRecord record, Instant now, Fleet.Confirmed agents) {
    ObjectNode node = object();
    node.put("id", record.grant().id());
    node.put("request", record.request());
    names(node, "people", record.grant().people());
    scope(node, record.grant().scope());
    node.put("from", record.grant().notBefore().toString());
    node.put("until", record.grant().expires().toString());
    node.put("live", record.live(now));
    node.put("maxReveals", record.grant().maxReveals());
    node.put("revealed", record.revealed());
    names(node, "approvedBy", record.grant().approvedBy());
    node.putObject("agents").put("confirmed", agents.confirmed()).put("of", agents.of());
    return node;
  }

  static ObjectNode agent(Fleet.Agent agent) {
    ObjectNode node = object();
    node.put("agent", agent.agent());
    node.put("service", agent.audience().service());
    node.put("environment", agent.audience().environment());
    node.put("connected", agent.connected());
    agent.applied().ifPresent(p -> position(node.putObject("applied"), p));
    agent.seen().ifPresent(s -> node.put("seen", s.toString()));
    agent.leaseEnds().ifPresent(e -> node.put("leaseEnds", e.toString()));
    return node;
  }

  static ObjectNode entry(AuditLog.Entry entry) {
    ObjectNode node = object();
    node.put("number", entry.number());
    // as text, not as an object: these bytes are what was hashed
    node.put("record", entry.text());
    ObjectNode personal = node.putObject("personal");
    entry.personal().forEach(personal::put);
    return node;
  }

  static ObjectNode proof(AuditLog.Proof proof) {
    ObjectNode node = object();
    node.put("size", proof.size());
    node.put("root", proof.root());
    ArrayNode hashes = node.putArray("hashes");
    proof.hashes().forEach(hashes::add);
    return node;
  }

  private static void position(ObjectNode node, Position position) {
    node.put("epoch", position.epoch()).put("version", position.version());
  }

  private static void scope(ObjectNode node, Scope scope) {
    node.put("service", scope.service());
    node.put("environment", scope.environment());
    names(node, "sinks", scope.sinks());
    names(node, "types", scope.types());
    if (scope.fields().isAny()) node.put("fields", "*");
    else names(node, "fields", scope.fields().names());
    scope.subject().ifPresent(s -> node.put("subject", s));
  }

  private static void names(ObjectNode node, String key, Set<String> names) {
    ArrayNode array = node.putArray(key);
    new TreeSet<>(names).forEach(array::add);
  }
}
