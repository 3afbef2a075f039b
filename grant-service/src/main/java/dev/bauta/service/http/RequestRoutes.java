package dev.bauta.service.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.grants.Selection;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.AccountScope;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Approve;
import dev.bauta.service.access.Ask;
import dev.bauta.service.access.Cancel;
import dev.bauta.service.access.Deny;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.GrantQuery;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.InvalidRequestException;
import dev.bauta.service.access.Narrowing;
import dev.bauta.service.access.NewRequest;
import dev.bauta.service.access.RequestQuery;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.Revoke;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.Store;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Asking, deciding, and reading of requests and grants. */
final class RequestRoutes {
  private static final Duration HOUR = Duration.ofHours(1);

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

  void register(Routes routes) {
    Operation.Parameter service =
        Operation.Parameter.text("service", "Only those of this service", "orders");
    routes.add(
        post("/api/v1/requests", "ask", "Ask to see values. The requester is the caller.")
            .takes("NewRequest")
            .openTo(AccountScope.ASK)
            .answers(201, "The request, pending, or approved at once", "Request"),
        this::ask);
    routes.add(
        get("/api/v1/requests", "listRequests", "The requests the caller may see, newest first")
            .query(
                Operation.Parameter.text("state", "Only those in this state", "PENDING"),
                service,
                Operation.Parameter.text("requester", "Only those of this person", "grace"),
                Operation.Parameter.time("from", "Only those asked then or later"),
                Operation.Parameter.time("to", "Only those asked before"),
                Page.CURSOR,
                Page.LIMIT)
            .openTo(AccountScope.ASK, AccountScope.READ)
            .answers(200, "Requests", "RequestList"),
        this::list);
    routes.add(
        get("/api/v1/requests/{id}", "request", "One request")
            .openTo(AccountScope.ASK, AccountScope.READ)
            .answers(200, "The request", "Request"),
        this::show);
    routes.add(
        post(
                "/api/v1/requests/{id}/approve",
                "approve",
                "Agree, possibly to less than was asked for")
            .mayTake("Narrowing")
            .answers(200, "The request, approved or still in need of another person", "Request"),
        this::approve);
    routes.add(
        post("/api/v1/requests/{id}/deny", "deny", "Refuse a pending request")
            .takes("Reason")
            .answers(200, "The request, denied", "Request"),
        this::deny);
    routes.add(
        post("/api/v1/requests/{id}/cancel", "cancel", "Take one's own pending request back")
            .openTo(AccountScope.ASK)
            .answers(200, "The request, cancelled", "Request"),
        this::cancel);
    routes.add(
        get("/api/v1/grants", "listGrants", "The grants the caller may see, newest first")
            .query(service, Page.CURSOR, Page.LIMIT)
            .openTo(AccountScope.ASK, AccountScope.READ)
            .answers(200, "Grants", "GrantList"),
        this::grants);
    routes.add(
        get("/api/v1/grants/{id}", "grant", "One grant")
            .openTo(AccountScope.ASK, AccountScope.READ)
            .answers(200, "The grant", "Grant"),
        this::grant);
    routes.add(
        post("/api/v1/grants/{id}/revoke", "revoke", "End a grant before its time")
            .takes("Reason")
            .openTo(AccountScope.ASK, AccountScope.REVOKE)
            .answers(200, "The request, revoked", "Request"),
        this::revoke);
  }

  private static Operation get(String path, String id, String summary) {
    return Operation.get(path, id, summary).of(tag(path), Operation.Access.PERSON);
  }

  private static Operation post(String path, String id, String summary) {
    return Operation.post(path, id, summary).of(tag(path), Operation.Access.PERSON);
  }

  private static String tag(String path) {
    return path.contains("/grants") ? "grants" : "requests";
  }

  private void ask(Context context) {
    Actor caller = callers.caller(context);
    NewRequest wanted = newRequest(Body.of(context.body()));
    AccessRequest request =
        Once.draw(context)
            .map(draw -> use.ask().ask(caller, wanted, draw))
            .orElseGet(() -> use.ask().ask(caller, wanted));
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
    Page page = Page.of(context);
    RequestQuery query =
        new RequestQuery(
            states(context.queryParam("state")),
            readsAll(caller)
                ? Optional.empty()
                : Optional.of(new RequestQuery.Viewer(caller.name(), clock.instant())),
            Page.text(context, "service"),
            Page.text(context, "requester"),
            Page.time(context, "from"),
            Page.time(context, "to"),
            page.cursor().map(RequestRoutes::place),
            page.asked());
    List<AccessRequest> found = store.requests(query);
    ObjectNode answer = Views.object();
    ArrayNode all = answer.putArray("requests");
    page.shown(found).forEach(r -> all.add(Views.request(r)));
    page.next(answer, found, r -> r.askedAt() + " " + r.id());
    answer(context, answer);
  }

  private static RequestQuery.Place place(String cursor) {
    String[] parts = cursor.split(" ", 2);
    try {
      if (parts.length < 2 || parts[1].indexOf('\0') >= 0) throw Page.badCursor();
      return new RequestQuery.Place(Instant.parse(parts[0]), parts[1]);
    } catch (DateTimeParseException e) {
      throw Page.badCursor();
    }
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
            .request(context.pathParam("id"), clock.instant())
            .filter(r -> maySee(caller, r))
            .orElseThrow(NotFoundException::new);
    ObjectNode view = Views.request(request);
    store.grant(request.grantId()).ifPresent(g -> addGrant(view, g));
    if (request.state() == RequestState.PENDING) {
      ObjectNode lastHour = view.putObject("lastHour");
      store.masked(request.scope(), clock.instant().minus(HOUR)).forEach(lastHour::put);
    }
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
    Page page = Page.of(context);
    GrantQuery query =
        new GrantQuery(
            readsAll(caller) ? Optional.empty() : Optional.of(caller.name()),
            Page.text(context, "service"),
            page.cursor().map(RequestRoutes::version).orElse(OptionalLong.empty()),
            page.asked());
    List<GrantRecord> found = store.grants(query);
    ObjectNode answer = Views.object();
    ArrayNode all = answer.putArray("grants");
    Fleet.Look look = fleet.look();
    page.shown(found).forEach(g -> all.add(Views.grant(g, clock.instant(), look.confirmed(g))));
    page.next(answer, found, g -> Long.toString(g.issuedVersion()));
    answer(context, answer);
  }

  private static OptionalLong version(String cursor) {
    if (!cursor.matches("[0-9]{1,18}")) throw Page.badCursor();
    return OptionalLong.of(Long.parseLong(cursor));
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
        || store
            .request(grant.request(), clock.instant())
            .filter(r -> r.asks(caller.name()))
            .isPresent();
  }

  private static boolean readsAll(Actor caller) {
    return caller.has(Role.AUDITOR) || caller.has(Role.ADMIN);
  }

  static void answer(Context context, ObjectNode json) {
    context.contentType("application/json").result(json.toString());
  }
}
