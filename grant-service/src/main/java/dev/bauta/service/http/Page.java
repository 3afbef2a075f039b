package dev.bauta.service.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.InvalidRequestException;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a caller says about the part of a list it wants. A cursor holds the place of the last item,
 * not a number of items to skip, so nothing is left out or told twice when others are added.
 */
record Page(Optional<String> cursor, int limit) {
  static final int MOST = 500;
  private static final int USUAL = 100;

  static final Operation.Parameter CURSOR =
      Operation.Parameter.text("cursor", "What the page before gave as next", "cjE3OTM");
  static final Operation.Parameter LIMIT =
      Operation.Parameter.number("limit", "The most there may be: 1 to 500, left out 100", 1, 50);

  static Page of(Context context) {
    Optional<String> cursor = Optional.ofNullable(context.queryParam("cursor")).map(Page::decoded);
    long limit = number(context, "limit", USUAL);
    if (limit < 1 || limit > MOST) throw fault("limit", "Must be 1 to " + MOST + ".");
    return new Page(cursor, (int) limit);
  }

  /** One more than is shown tells whether there is another page. */
  int asked() {
    return limit + 1;
  }

  <T> List<T> shown(List<T> found) {
    return found.size() > limit ? found.subList(0, limit) : found;
  }

  <T> void next(ObjectNode answer, List<T> found, Function<T, String> place) {
    if (found.size() <= limit) return;
    String last = place.apply(found.get(limit - 1));
    answer.put(
        "next",
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(last.getBytes(StandardCharsets.UTF_8)));
  }

  private static String decoded(String cursor) {
    try {
      if (cursor.length() > 1000) throw badCursor();
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }

  static InvalidRequestException badCursor() {
    return fault("cursor", "Is none of ours; take the last answer's next as it is.");
  }

  static long number(Context context, String name, long absent) {
    String text = context.queryParam(name);
    if (text == null) return absent;
    if (!text.matches("[0-9]{1,15}")) throw fault(name, "Must be a whole number.");
    return Long.parseLong(text);
  }

  static Optional<Instant> time(Context context, String name) {
    String text = context.queryParam(name);
    if (text == null) return Optional.empty();
    try {
      Instant time = Instant.parse(text);
      // the database keeps microseconds in 64 bits
      if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-12-31T23:59:59Z")))
        throw fault(name, "Must lie between 1970 and 9999.");
      return Optional.of(time);
    } catch (DateTimeParseException e) {
      throw fault(name, "Must be a time like 2026-11-02T08:00:00Z.");
    }
  }

  static Optional<String> text(Context context, String name) {
    String text = context.queryParam(name);
    if (text == null) return Optional.empty();
    if (text.isEmpty() || text.length() > 256 || text.indexOf('\0') >= 0)
      throw fault(name, "Must be 1 to 256 characters.");
    return Optional.of(text);
  }

  static InvalidRequestException fault(String field, String message) {
    return new InvalidRequestException(List.of(new Fault(field, message)));
  }
}
