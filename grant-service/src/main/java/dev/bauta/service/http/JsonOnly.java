package dev.bauta.service.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.Locale;

/**
 * Takes bodies that are said to be JSON, or not said to be anything. A form of another site cannot
 * say so, and a body that was meant for something else is not guessed at.
 */
final class JsonOnly {
  private JsonOnly() {}

  static Handler around(Handler handler) {
    return context -> {
      check(context);
      handler.handle(context);
    };
  }

  private static void check(Context context) {
    String type = context.header("Content-Type");
    if (type == null) return;
    String name = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!name.equals("application/json")) throw new HttpResponseException(415);
  }
}
