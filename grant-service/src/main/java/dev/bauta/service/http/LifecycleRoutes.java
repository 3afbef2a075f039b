package dev.bauta.service.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.AccountScope;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.BreakGlass;
import dev.bauta.service.access.Extend;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.InvalidRequestException;
import dev.bauta.service.access.NewRequest;
import dev.bauta.service.access.Review;
import dev.bauta.service.access.ReviewRecord;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.Store;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;

/** What follows a grant, or goes past everybody: extensions, break-glass and its review. */
final class LifecycleRoutes {
  private static final int MOST = 500;

  private final Callers callers;
  private final UseCases use;
  private final Store store;
  private final Clock clock;

  /** What people can do. */
  record UseCases(Extend extend, BreakGlass breakGlass, Review review) {}

  LifecycleRoutes(Callers callers, UseCases use, Store store, Clock clock) {
    this.callers = callers;
    this.use = use;
    this.store = store;
    this.clock = clock;
  }

  void register(Routes routes) {
    routes.add(
        post(
                "/api/v1/grants/{id}/extend",
                "extend",
                "Ask to go on before a grant is over",
                "grants")
            .takes("Extension")
            .openTo(AccountScope.ASK)
            .answers(
                201, "A new request that follows the first, decided like any other", "Request"),
        this::extend);
    routes.add(
        post(
                "/api/v1/break-glass",
                "breakGlass",
                "In an emergency: a grant at once, told to everybody and reviewed afterwards",
                "requests")
            .takes("NewRequest")
            .answers(201, "The request, approved by a rule", "Request"),
        this::breakGlass);
    routes.add(
        post(
                "/api/v1/requests/{id}/review",
                "review",
                "Write down what came of looking at a broken glass",
                "requests")
            .takes("Finding")
            .answers(200, "The review", "Review"),
        this::review);
    routes.add(
        Operation.get(
                "/api/v1/reviews",
                "listReviews",
                "Reviews that nobody has done yet, first due first")
            .of("requests", Operation.Access.PERSON)
            .answers(200, "Reviews", "ReviewList"),
        this::reviews);
  }

  private static Operation post(String path, String id, String summary, String tag) {
    return Operation.post(path, id, summary).of(tag, Operation.Access.PERSON);
  }

  private void extend(Context context) {
    Actor caller = callers.caller(context);
    Body body = Body.of(context.body());
    long minutes = body.number("minutes");
    String reason = body.text("reason");
    body.noOthers().check();
    created(
        context,
        use.extend()
            .extend(caller, context.pathParam("id"), RequestRoutes.minutes(minutes), reason));
  }

  private void breakGlass(Context context) {
    Actor caller = callers.caller(context);
    NewRequest wanted = RequestRoutes.newRequest(Body.of(context.body()));
    created(
        context,
        Once.draw(context)
            .map(draw -> use.breakGlass().take(caller, wanted, draw))
            .orElseGet(() -> use.breakGlass().take(caller, wanted)));
  }

  private static void created(Context context, AccessRequest request) {
    context.status(201).header("Location", "/api/v1/requests/" + request.id());
    RequestRoutes.answer(context, Views.request(request));
  }

  private void review(Context context) {
    Actor caller = callers.caller(context);
    Body body = Body.of(context.body());
    String justified = body.text("justified");
    String note = body.text("note");
    body.noOthers().check();
    if (!justified.equals("yes") && !justified.equals("no"))
      throw new InvalidRequestException(List.of(new Fault("justified", "Say \"yes\" or \"no\".")));
    ReviewRecord done =
        use.review().review(caller, context.pathParam("id"), justified.equals("yes"), note);
    RequestRoutes.answer(context, view(done));
  }

  private void reviews(Context context) {
    Actor caller = callers.caller(context);
    ObjectNode answer = Views.object();
    ArrayNode all = answer.putArray("reviews");
    for (ReviewRecord open : store.openReviews(MOST)) {
      AccessRequest request = store.request(open.request()).orElseThrow();
      if (mayRead(caller, request)) all.add(view(open));
    }
    RequestRoutes.answer(context, answer);
  }

  private static boolean mayRead(Actor caller, AccessRequest request) {
    return caller.has(Role.AUDITOR)
        || caller.has(Role.ADMIN)
        || request.asks(caller.name())
        || request.requester().equals(caller.name());
  }

  private ObjectNode view(ReviewRecord review) {
    ObjectNode node = Views.object();
    node.put("request", review.request());
    node.put("due", review.due().toString());
    node.put("overdue", review.overdue(clock.instant()));
    review
        .done()
        .ifPresent(
            done ->
                node.put("by", done.by())
                    .put("at", done.at().toString())
                    .put("justified", done.justified()));
    return node;
  }
}
