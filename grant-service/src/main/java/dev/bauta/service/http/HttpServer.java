package dev.bauta.service.http;

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
  static final long LARGEST_BODY = 256 * 1024;

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
              config.jetty.modifyServer(server -> server.setErrorHandler(new JettyErrors()));
              config.routes.before(HttpServer::headers);
              config.routes.before(context -> admit(api.gate(), context));
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

  private static void admit(Gate gate, Context context) {
    // a whole fleet of agents may come from one address; they are known by their token
    if (!context.path().startsWith("/agent/")) gate.fromAddress(Callers.address(gate, context));
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
        StoreException.class,
        (e, context) -> {
          LOG.error("the database failed: {}", e.getMessage(), e);
          Problems.of(e).answer(context);
        });
    config.routes.exception(
        HttpResponseException.class, (e, context) -> Problems.of(e).answer(context));
    // the caller went away while sending: there is nobody to answer
    config.routes.exception(IOException.class, (e, context) -> context.status(400));
    config.routes.exception(
        Exception.class,
        (e, context) -> {
          Problem problem = Problems.of(e);
          // an exception's text may quote what was sent; its type and place are enough
          if (problem.status() == 500)
            LOG.error(
                "unexpected {} at {}",
                e.getClass().getName(),
                e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
          problem.answer(context);
        });
  }
}
