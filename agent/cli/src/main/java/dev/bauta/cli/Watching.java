package dev.bauta.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Predicate;

/** Prints requests, and prints them again when they have changed. */
final class Watching {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final GrantClient client;
  private final Streams streams;
  private final boolean json;

  Watching(GrantClient client, Streams streams, boolean json) {
    this.client = client;
    this.streams = streams;
    this.json = json;
  }

  /** One request, now. */
  JsonNode read(String id) {
    return client.get("/api/v1/requests/" + GrantClient.encoded(id));
  }

  void show(JsonNode request) {
    PrintWriter out = json ? streams.printUtf8() : streams.print();
    out.println(json ? request.toString() : RequestLine.of(request));
    if (!json) {
      RequestLine.reasons(request).forEach(out::println);
    }
    out.flush();
  }

  /** Shows every change until it is as wanted, and returns it. */
  JsonNode until(JsonNode first, Predicate<JsonNode> wanted) throws InterruptedException {
    JsonNode shown = first;
    while (!wanted.test(shown)) {
      Thread.sleep(PAUSE.toMillis());
      JsonNode now = read(first.path("id").asText());
      if (!RequestLine.of(now).equals(RequestLine.of(shown))) {
        show(now);
      }
      shown = now;
    }
    return shown;
  }
}
