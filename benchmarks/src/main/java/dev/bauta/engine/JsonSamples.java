package dev.bauta.engine;

/** A document of some 700 bytes, as a service logs its requests. */
final class JsonSamples {

  private static final String[] HEAD = {
    "{\"timestamp\":\"2026-03-14T09:12:44.871Z\",\"level\":\"INFO\",\"thread\":\"http-nio-8080-exec-7\",",
    "\"service\":\"orders\",\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\",\"spanId\":\"00f067aa0ba902b7\",",
    "\"request\":{\"method\":\"POST\",\"path\":\"/orders/48213/lines\",\"status\":201,\"millis\":31.25,",
    "\"agent\":\"Mozilla/5.0 (X11; Linux x86_64)\",\"cached\":false},\"order\":{\"id\":48213,\"lines\":[",
    "{\"article\":734,\"count\":2,\"price\":19.95},{\"article\":1842,\"count\":1,\"price\":240.00},",
    "{\"article\":91,\"count\":12,\"price\":0.49}],\"currency\":\"EUR\",\"express\":true,\"gift\":null},",
    "\"warehouse\":{\"name\":\"North\",\"shelf\":\"B-17\",\"stock\":[12,0,731]},"
  };

  private JsonSamples() {}

  /** The document, by what is in it: {@code clean}, {@code key} or {@code content}. */
  static String document(String kind) {
    String end =
        switch (kind) {
          case "key" ->
              "\"message\":\"Order accepted, a copy is kept for the desk\",\"password\":\"Tr0ub4dor\"}";
          case "content" ->
              "\"message\":\"Order accepted, a copy goes to ada.lovelace@example.com\",\"next\":\"none\"}";
          default ->
              "\"message\":\"Order accepted, a copy is kept for the desk\",\"next\":\"none\"}";
        };
    return String.join("", HEAD) + end;
  }

  /** What must not be left in it; null for none. */
  static String personal(String kind) {
    return switch (kind) {
      case "key" -> "Tr0ub4dor";
      case "content" -> "ada.lovelace";
      default -> null;
    };
  }
}
