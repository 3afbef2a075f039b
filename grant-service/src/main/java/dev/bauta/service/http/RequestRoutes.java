package dev.bauta.service.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.grants.Selection;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Approve;
import dev.bauta.service.access.Ask;
import dev.bauta.service.access.Cancel;
import dev.bauta.service.access.Deny;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.InvalidRequestException;
import dev.bauta.service.access.Narrowing;
import dev.bauta.service.access.NewRequest;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.Revoke;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.Store;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asking, deciding, and reading of requests and grants. */
final class RequestRoutes {
  private static final int MOST = 500;

  private final Callers callers;
  private final UseCases use;
  private final Store store;
  private final Fleet fleet;
  private final Clock clock;

  /** What people can do. */
  record UseCases(Ask ask, Approve approve, Deny deny, Cancel cancel, Revoke revoke) {}

  RequestRoutes(Callers callers, UseCases use, Store store, Fleet fleet, Clock clock) {
    this.callers = callers;
    this.use = use;
    this.store = store;
    this.fleet = fleet;
    this.clock = clock;
  }

  void register(RoutesConfig routes) {
    routes.post("/api/v1/requests", this::ask);
    routes.get("/api/v1/requests", this::list);
    routes.get("/api/v1/requests/{id}", this::show);
    routes.post("/api/v1/requests/{id}/approve", this::approve);
    routes.post("/api/v1/requests/{id}/deny", this::deny);
    routes.post("/api/v1/requests/{id}/cancel", this::cancel);
    routes.get("/api/v1/grants", this::grants);
    routes.get("/api/v1/grants/{id}", this::grant);
    routes.post("/api/v1/grants/{id}/revoke", this::revoke);
  }

  private void ask(Context context) {
    Actor caller = callers.caller(context);
    AccessRequest request = use.ask().ask(caller, newRequest(Body.of(context.body())));
    context.status(201).header("Location", "/api/v1/requests/" + request.id());
    answer(context, Views.request(request));
  }

  static NewRequest newRequest(Body body) {
    Selection fields = Selection.any();
    if (!body.isText("fields", "*"))
      fields = body.optionalNames("fields").map(Selection::of).orElse(fields);
    long minutes = body.number("minutes");
    NewRequest wanted =
        new NewRequest(
            body.text("service"),
            body.text("environment"),
            body.names("sinks"),
            body.names("types"),
            fields,
            body.optionalText("subject"),
            body.optionalText("reason").orElse(""),
            minutes(minutes),
            body.optionalText("ticket"),
            body.optionalNumber("maxReveals"));
    body.noOthers().check();
    return wanted;
  }

  // what is out of range is said to be, by the policy
  static int minutes(long minutes) {
    return (int) Math.max(-1, Math.min(minutes, Integer.MAX_VALUE));
  }

  private void list(Context context) {
    Actor caller = callers.caller(context);
    ArrayNode all = Views.object().putArray("requests");
    Set<RequestState> states = states(context.queryParam("state"));
    List<AccessRequest> found =
        readsAll(caller)
            ? store.requests(states, MOST)
            : store.requests(states, caller.name(), MOST);
    found.forEach(r -> all.add(Views.request(r)));
    ObjectNode answer = Views.object();
    answer.set("requests", all);
    answer(context, answer);
  }

  private static Set<RequestState> states(String state) {
    if (state == null) return EnumSet.allOf(RequestState.class);
    try {
      return EnumSet.of(RequestState.valueOf(state.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      String known = EnumSet.allOf(RequestState.class).toString();
      throw new InvalidRequestException(
          List.of(new Fault("state", "Unknown state; known are " + known + ".")));
    }
  }

  private void show(Context context) {
    Actor caller = callers.caller(context);
    AccessRequest request =
        store
            .request(context.pathParam("id"))
            .filter(r -> maySee(caller, r))
            .orElseThrow(NotFoundException::new);
    ObjectNode view = Views.request(request);
    store.grant(request.grantId()).ifPresent(g -> addGrant(view, g));
    answer(context, view);
  }

  private void addGrant(ObjectNode view, GrantRecord grant) {
    Fleet.Confirmed agents = fleet.confirmed(grant);
    view.put("revealed", grant.revealed());
    view.putObject("agents").put("confirmed", agents.confirmed()).put("of", agents.of());
  }

  private void approve(Context context) {
    Actor caller = callers.caller(context);
    Body body = Body.of(context.body());
    Optional<Integer> minutes =
        body.optionalNumber("minutes").map(m -> (int) Math.max(-1, Math.min(m, Integer.MAX_VALUE)));
    Narrowing narrowing =
        new Narrowing(minutes, body.optionalNames("types"), body.optionalText("subject"));
    body.noOthers().check();
    answer(
        context, Views.request(use.approve().approve(caller, context.pathParam("id"), narrowing)));
  }

  private void deny(Context context) {
    Actor caller = callers.caller(context);
    String reason = reason(context);
    answer(context, Views.request(use.deny().deny(caller, context.pathParam("id"), reason)));
  }

  private void cancel(Context context) {
    Actor caller = callers.caller(context);
    Body.of(context.body()).noOthers().check();
    answer(context, Views.request(use.cancel().cancel(caller, context.pathParam("id"))));
  }

  private void revoke(Context context) {
    Actor caller = callers.caller(context);
    String reason = reason(context);
    answer(context, Views.request(use.revoke().revoke(caller, context.pathParam("id"), reason)));
  }

  private static String reason(Context context) {
    Body body = Body.of(context.body());
    String reason = body.text("reason");
    body.noOthers().check();
    return reason;
  }

  private void grants(Context context) {
    Actor caller = callers.caller(context);
    ObjectNode answer = Views.object();
    ArrayNode all = answer.putArray("grants");
    Fleet.Look look = fleet.look();
    List<GrantRecord> found =
        readsAll(caller) ? store.grants(MOST) : store.grants(caller.name(), MOST);
    found.forEach(g -> all.add(Views.grant(g, clock.instant(), look.confirmed(g))));
    answer(context, answer);
  }

  private void grant(Context context) {
    Actor caller = callers.caller(context);
    answer(
        context,
        view(
            store
                .grant(context.pathParam("id"))
                .filter(g -> maySee(caller, g))
                .orElseThrow(NotFoundException::new)));
  }

  private ObjectNode view(GrantRecord grant) {
    return Views.grant(grant, clock.instant(), fleet.confirmed(grant));
  }

  private boolean maySee(Actor caller, AccessRequest request) {
    return request.requester().equals(caller.name())
        || readsAll(caller)
        || request.asks(caller.name());
  }

  private boolean maySee(Actor caller, GrantRecord grant) {
    return grant.grant().people().contains(caller.name())
        || readsAll(caller)
        || store.request(grant.request()).filter(r -> r.asks(caller.name())).isPresent();
  }

  private static boolean readsAll(Actor caller) {
    return caller.has(Role.AUDITOR) || caller.has(Role.ADMIN);
  }

  static void answer(Context context, ObjectNode json) {
    context.contentType("application/json").result(json.toString());
  }
}
