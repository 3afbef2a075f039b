package dev.bauta.service.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Delegate;
import dev.bauta.service.access.Delegation;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.InvalidRequestException;
import dev.bauta.service.access.Store;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Who decides for whom while somebody is away. Everybody who is signed in may read it. */
final class DelegationRoutes {
  private final Callers callers;
  private final Delegate delegate;
  private final Store store;
  private final Clock clock;

  DelegationRoutes(Callers callers, Delegate delegate, Store store, Clock clock) {
    this.callers = callers;
    this.delegate = delegate;
    this.store = store;
    this.clock = clock;
  }

  void register(Routes routes) {
    routes.add(
        Operation.post("/api/v1/delegations", "delegate", "Name who decides while somebody is away")
            .of("requests", Operation.Access.PERSON)
            .takes("NewDelegation")
            .answers(201, "The delegation", "Delegation"),
        this::make);
    routes.add(
        Operation.get("/api/v1/delegations", "listDelegations", "Delegations that run now or later")
            .of("requests", Operation.Access.PERSON)
            .answers(200, "Delegations", "DelegationList"),
        this::list);
    routes.add(
        Operation.post("/api/v1/delegations/{id}/end", "endDelegation", "End one before its time")
            .of("requests", Operation.Access.PERSON)
            .answers(200, "The delegation that was ended", "Delegation"),
        this::end);
  }

  private void make(Context context) {
    Actor caller = callers.caller(context);
    Body body = Body.of(context.body());
    String person = body.optionalText("person").orElse(caller.name());
    String deputy = body.text("deputy");
    Instant from = body.optionalText("from").map(t -> time("from", t)).orElse(clock.instant());
    Instant until = time("until", body.text("until"));
    body.noOthers().check();
    context.status(201);
    RequestRoutes.answer(context, view(delegate.delegate(caller, person, deputy, from, until)));
  }

  private static Instant time(String key, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidRequestException(
          List.of(new Fault(key, "Must be a time such as 2026-12-24T08:00:00Z.")));
    }
  }

  private void list(Context context) {
    callers.caller(context);
    ObjectNode answer = Views.object();
    ArrayNode all = answer.putArray("delegations");
    store.delegations(clock.instant()).forEach(delegation -> all.add(view(delegation)));
    RequestRoutes.answer(context, answer);
  }

  private void end(Context context) {
    Actor caller = callers.caller(context);
    Body.of(context.body()).noOthers().check();
    RequestRoutes.answer(context, view(delegate.end(caller, context.pathParam("id"))));
  }

  private static ObjectNode view(Delegation delegation) {
    ObjectNode node = Views.object();
    node.put("id", delegation.id());
    node.put("person", delegation.person());
    node.put("deputy", delegation.deputy());
    node.put("from", delegation.from().toString());
    node.put("until", delegation.until().toString());
    return node;
  }
}
