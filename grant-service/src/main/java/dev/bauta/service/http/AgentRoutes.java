package dev.bauta.service.http;

import dev.bauta.service.access.AgentAccount;
import dev.bauta.service.access.GrantTokens;
import dev.bauta.service.access.MaskedCount;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.Receipt;
import dev.bauta.service.access.Store;
import dev.bauta.service.access.TakeReceipt;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What agents ask and tell beside the stream. */
final class AgentRoutes {
  private static final long MOST_REVEALS = 1L << 40;
  private static final int LONGEST_NAME = 256;

  private final AgentAccess access;
  private final GrantTokens tokens;
  private final Store store;
  private final TakeReceipt takeReceipt;
  private final Clock clock;

  AgentRoutes(
      AgentAccess access, GrantTokens tokens, Store store, TakeReceipt takeReceipt, Clock clock) {
    this.access = access;
    this.tokens = tokens;
    this.store = store;
    this.takeReceipt = takeReceipt;
    this.clock = clock;
  }

  void register(Routes routes) {
    Operation.Parameter service =
        Operation.Parameter.text("service", "Whose grants", "orders").isNeeded();
    Operation.Parameter environment =
        Operation.Parameter.text("environment", "Where", "production").isNeeded();
    routes.add(
        Operation.get("/agent/v1/grants", "snapshot", "All grants of a service, signed")
            .of("agents", Operation.Access.AGENT)
            .query(service, environment)
            .answersText(200, "A JWS", "application/jose", "eyJhbGciOiJFZERTQSJ9.e30.c2ln")
            .answersNothing(304, "Nothing has changed since the ETag that was sent"),
        this::grants);
    routes.add(
        Operation.post("/agent/v1/receipts", "receipt", "What an agent has applied and shown")
            .of("agents", Operation.Access.AGENT)
            .takes("Receipt")
            .answersNothing(204, "Taken, or known already"),
        this::receipt);
    routes.add(
        Operation.post(
                "/agent/v1/masked", "masked", "How much an agent has masked since it told last")
            .of("agents", Operation.Access.AGENT)
            .takes("Masked")
            .answersNothing(204, "Taken"),
        this::masked);
    routes.describe(
        Operation.get(GrantStream.PATH, "stream", "Snapshots as they change, as server-sent events")
            .of("agents", Operation.Access.AGENT)
            .query(
                service,
                environment,
                Operation.Parameter.text("agent", "Which agent listens", "orders-7f9c").isNeeded())
            .answersText(
                200,
                "Events grants and heartbeat, each a JWS",
                "text/event-stream",
                "event: grants\ndata: eyJhbGciOiJFZERTQSJ9.e30.c2ln\n\n"));
  }

  private void grants(Context context) {
    AgentAccount account =
        access.account(context.header("Authorization"), Callers.address(access.gate(), context));
    String service = context.queryParam("service");
    String environment = context.queryParam("environment");
    access.check(account, service, environment);
    String known = context.header("If-None-Match");
    if (known != null && known.equals(etag(store.position(service, environment)))) {
      context.status(304).header("ETag", known);
      return;
    }
    GrantTokens.Signed signed = tokens.snapshot(service, environment);
    context
        .header("ETag", etag(signed.position()))
        .contentType("application/jose")
        .result(signed.jws());
  }

  private static String etag(Position position) {
    return "\"" + position.epoch() + "." + position.version() + "\"";
  }

  private void receipt(Context context) {
    AgentAccount account =
        access.account(context.header("Authorization"), Callers.address(access.gate(), context));
    Receipt receipt = receipt(Body.of(context.body()));
    access.check(account, receipt.service(), receipt.environment(), receipt.agent());
    takeReceipt.take(receipt);
    context.status(204);
  }

  private void masked(Context context) {
    AgentAccount account =
        access.account(context.header("Authorization"), Callers.address(access.gate(), context));
    Body body = Body.of(context.body());
    String agent = body.text("agent");
    String service = body.text("service");
    String environment = body.text("environment");
    List<MaskedCount> counts = new ArrayList<>();
    for (Body count : body.objects("counts")) counts.add(maskedCount(count));
    body.noOthers().check();
    access.check(account, service, environment, agent);
    store.addMasked(service, environment, counts, clock.instant());
    context.status(204);
  }

  private static MaskedCount maskedCount(Body body) {
    MaskedCount count =
        new MaskedCount(name(body, "sink"), name(body, "type"), body.number("count"));
    if (count.count() < 1 || count.count() > MOST_REVEALS)
      body.fault("count", "Must be at least 1.", null);
    body.noOthers();
    return count;
  }

  private static Receipt receipt(Body body) {
    String agent = body.text("agent");
    String service = body.text("service");
    String environment = body.text("environment");
    long number = body.number("number");
    if (number < 1) body.fault("number", "Must be at least 1.", null);
    Body applied = body.object("applied");
    Position position = new Position(applied.number("epoch"), applied.number("version"));
    applied.noOthers();
    List<Receipt.Count> counts = new ArrayList<>();
    for (Body count : body.objects("counts")) counts.add(count(count));
    body.noOthers().check();
    return new Receipt(agent, service, environment, number, position, counts);
  }

  private static Receipt.Count count(Body body) {
    long count = body.number("count");
    if (count < 1 || count > MOST_REVEALS) body.fault("count", "Must be at least 1.", null);
    Receipt.Count result =
        new Receipt.Count(
            name(body, "grant"),
            name(body, "sink"),
            name(body, "type"),
            body.optionalText("field").orElse(""),
            count);
    if (result.field().length() > LONGEST_NAME) body.fault("field", "Is too long.", null);
    body.noOthers();
    return result;
  }

  private static String name(Body body, String key) {
    String name = body.text(key);
    return name.length() > LONGEST_NAME ? body.fault(key, "Is too long.", "") : name;
  }
}
