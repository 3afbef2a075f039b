package dev.bauta.service.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.ApprovePolicy;
import dev.bauta.service.access.PolicyChange;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.Store;
import io.javalin.http.Context;
import java.util.TreeSet;

/** The policy, and changes of it that wait. */
final class PolicyRoutes {
  private final Callers callers;
  private final ApprovePolicy approvePolicy;
  private final PolicyInForce policy;
  private final Store store;

  PolicyRoutes(Callers callers, ApprovePolicy approvePolicy, PolicyInForce policy, Store store) {
    this.callers = callers;
    this.approvePolicy = approvePolicy;
    this.policy = policy;
    this.store = store;
  }

  void register(Routes routes) {
    routes.add(
        Operation.get("/api/v1/policy", "policy", "The policy in force, and changes that wait")
            .of("policy", Operation.Access.PERSON)
            .answers(200, "The policy", "Policy"),
        this::show);
    routes.add(
        Operation.post(
                "/api/v1/policy/changes/{id}/approve",
                "approvePolicy",
                "Agree to a change of the policy, to exactly that text")
            .of("policy", Operation.Access.PERSON)
            .answers(
                200, "The change; it holds a second after the last one has agreed", "PolicyChange"),
        this::approve);
  }

  private void show(Context context) {
    Callers.require(callers.caller(context), Role.AUDITOR, Role.ADMIN);
    ObjectNode answer = Views.object().put("version", policy.get().version());
    store.policyText().ifPresent(text -> answer.put("text", text));
    ArrayNode changes = answer.putArray("changes");
    store.policyChanges().forEach(change -> changes.add(view(change)));
    RequestRoutes.answer(context, answer);
  }

  private void approve(Context context) {
    Actor caller = callers.caller(context);
    Body.of(context.body()).noOthers().check();
    RequestRoutes.answer(context, view(approvePolicy.approve(caller, context.pathParam("id"))));
  }

  private static ObjectNode view(PolicyChange change) {
    ObjectNode node = Views.object();
    node.put("id", change.id());
    node.put("proposed", change.proposed().toString());
    ArrayNode approvedBy = node.putArray("approvedBy");
    new TreeSet<>(change.approvedBy()).forEach(approvedBy::add);
    node.put("text", change.text());
    return node;
  }
}
