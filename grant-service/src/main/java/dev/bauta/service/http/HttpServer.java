package dev.bauta.service.http;

import dev.bauta.service.access.AlreadyDecidedException;
import dev.bauta.service.access.InvalidRequestException;
import dev.bauta.service.access.NotAllowedException;
import dev.bauta.service.access.NotAnApproverException;
import dev.bauta.service.access.NotYourTurnException;
import dev.bauta.service.access.PolicyChangedException;
import dev.bauta.service.access.RefusedException;
import dev.bauta.service.access.SelfDecisionException;
import dev.bauta.service.access.UnknownRequestException;
import dev.bauta.service.access.WideningException;
import dev.bauta.service.store.StoreException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server: limits, headers, errors and routes in one place. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final long LARGEST_BODY = 256 * 1024;

  private final Javalin javalin;

  private HttpServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Opens the port.
   *
   * @param port 0 for any free one
   * @param chats the chat platforms' routes
   */
  public static HttpServer start(
      String host,
      int port,
      GrantStream stream,
      Api api,
      List<Consumer<JavalinConfig>> chats,
      MeterRegistry metrics) {
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.http.maxRequestSize = LARGEST_BODY;
              config.http.prefer405over404 = true;
              config.jetty.host = host;
              config.jetty.port = port;
              config.jetty.modifyHttpConfiguration(h -> h.setSendServerVersion(false));
              config.jetty.modifyServer(server -> server.insertHandler(stream));
              config.routes.before(HttpServer::headers);
              config.routes.after(context -> count(context, metrics));
              api.register(config.routes);
              chats.forEach(chat -> chat.accept(config));
              errors(config);
            });
    return new HttpServer(javalin.start());
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void headers(Context context) {
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Cache-Control", "no-store");
    context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    // refused by its declared length, before any of it is read
    if (context.contentLength() > LARGEST_BODY) throw new HttpResponseException(413);
  }

  private static void count(Context context, MeterRegistry metrics) {
    // the route's pattern, never the path: a path names a request
    Endpoint matched = context.endpoints().matchedHttpEndpoint();
    String route = matched == null ? "none" : matched.path;
    metrics
        .counter(
            "bauta.http.requests", "route", route, "status", Integer.toString(context.statusCode()))
        .increment();
  }

  private static void errors(JavalinConfig config) {
    config.routes.exception(
        Callers.UnknownCallerException.class,
        (e, context) ->
            new Problem("unknown-caller", 401, e.getMessage(), List.of()).answer(context));
    config.routes.exception(
        AgentAccess.Refusal.class,
        (e, context) -> Problem.of(e.status(), e.getMessage()).answer(context));
    config.routes.exception(
        NotFoundException.class, (e, context) -> Problem.of(404, e.getMessage()).answer(context));
    config.routes.exception(RefusedException.class, (e, context) -> problem(e).answer(context));
    config.routes.exception(
        HttpResponseException.class,
        (e, context) -> Problem.of(e.getStatus(), plain(e)).answer(context));
    config.routes.exception(
        StoreException.class,
        (e, context) -> {
          LOG.error("the database failed: {}", e.getMessage(), e);
          new Problem(
                  "store",
                  503,
                  "The database cannot be reached; nothing was changed. Try again later.",
                  List.of())
              .answer(context);
        });
    // the caller went away while sending: there is nobody to answer
    config.routes.exception(IOException.class, (e, context) -> context.status(400));
    config.routes.exception(
        Exception.class,
        (e, context) -> {
          // an exception's text may quote what was sent; its type and place are enough
          LOG.error(
              "unexpected {} at {}",
              e.getClass().getName(),
              e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
          new Problem(
                  "internal",
                  500,
                  "Something went wrong here; nothing was changed. The service's log has the place.",
                  List.of())
              .answer(context);
        });
  }

  static Problem problem(RefusedException e) {
    int status = 403;
    List<dev.bauta.service.access.Fault> faults = List.of();
    if (e instanceof InvalidRequestException invalid) {
      status = 400;
      faults = invalid.faults();
    } else if (e instanceof WideningException) {
      status = 400;
    } else if (e instanceof AlreadyDecidedException) {
      status = 409;
    } else if (e instanceof UnknownRequestException) {
      status = 404;
    } else if (!(e instanceof SelfDecisionException
        || e instanceof NotAnApproverException
        || e instanceof NotYourTurnException
        || e instanceof PolicyChangedException
        || e instanceof NotAllowedException)) {
      throw new IllegalStateException("no status for " + e.code());
    }
    return new Problem(e.code(), status, e.getMessage(), faults);
  }

  private static String plain(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> "There is nothing at this path; /openapi.json describes what there is.";
      case 405 -> "This path does not answer that method; /openapi.json describes what there is.";
      case 413 -> "The body is larger than " + LARGEST_BODY / 1024 + " KiB.";
      default -> "The request could not be answered.";
    };
  }
}
