package dev.bauta.service.http;

import io.javalin.http.Context;

/** The few pages there are: without scripts, styles or anything from elsewhere. */
final class Pages {
  private Pages() {}

  static void say(Context context, String title, String text) {
    html(context, title, "<p>" + Html.text(text) + "</p>");
  }

  /**
   * @param body markup; what is not ours in it is escaped
   */
  static void html(Context context, String title, String body) {
    context
        .contentType("text/html; charset=utf-8")
        .result(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + title
                + " - Bauta</title></head><body><h1>"
                + title
                + "</h1>"
                + body
                + "</body></html>");
  }
}
