package dev.bauta.service.http;

import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.InvalidRequestException;
import dev.bauta.service.access.Sha256;
import dev.bauta.service.store.IdempotencyRows;
import dev.bauta.service.store.IdempotencyRows.Answer;
import dev.bauta.service.store.IdempotencyRows.Call;
import dev.bauta.service.store.IdempotencyRows.Yours;
import dev.bauta.service.store.StoreException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that carry an {@code Idempotency-Key} are done once: who comes again with the same key gets
 * the same answer. Thread-safe.
 */
final class Once {
  private static final Logger LOG = LoggerFactory.getLogger(Once.class);

  static final String HEADER = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final String DRAW = "bauta.draw";

  private final Callers callers;
  private final IdempotencyRows rows;
  private final Supplier<String> draws;
  private final Clock clock;

  Once(Callers callers, IdempotencyRows rows, Supplier<String> draws, Clock clock) {
    this.callers = callers;
    this.rows = rows;
    this.draws = draws;
    this.clock = clock;
  }

  /** The random text of this call's key: the same again when the call is done again. */
  static Optional<String> draw(Context context) {
    return Optional.ofNullable(context.attribute(DRAW));
  }

  Handler around(Handler handler) {
    return context -> {
      String key = context.header(HEADER);
      if (key == null) handler.handle(context);
      else once(context, key, handler);
    };
  }

  private void once(Context context, String key, Handler handler) throws Exception {
    Actor caller = callers.caller(context);
    if (!KEY.matcher(key).matches())
      throw new InvalidRequestException(
          List.of(
              new Fault(
                  HEADER, "Must be 1 to 200 visible ASCII characters; a random UUID is good.")));
    Call call =
        new Call(
            caller.name(),
            Sha256.hex(key),
            Sha256.hex(context.method() + " " + context.path() + "\n" + context.body()));
    IdempotencyRows.Outcome outcome = rows.claim(call, draws.get(), clock.instant());
    if (outcome instanceof IdempotencyRows.Done done) replay(context, done.answer());
    else if (outcome instanceof Yours yours) run(context, call, yours, handler);
    else if (outcome instanceof IdempotencyRows.Other)
      new Problem(
              "key-reused",
              422,
              "This "
                  + HEADER
                  + " was used for another call in the last 24 hours; take a new key for a new call.",
              List.of())
          .answer(context);
    else {
      new Problem(
              "key-busy",
              409,
              "A call with this " + HEADER + " is being answered now; come again for its answer.",
              List.of(),
              1)
          .answer(context);
    }
  }

  private void run(Context context, Call call, Yours yours, Handler handler) throws Exception {
    context.attribute(DRAW, yours.draw());
    try {
      handler.handle(context);
    } catch (Exception e) {
      Problem problem = Problems.of(e);
      if (problem.status() >= 500 || problem.status() == 429) {
        rows.released(call, yours);
        throw e;
      }
      problem.answer(context);
      String text = new String(problem.bytes(), StandardCharsets.UTF_8);
      keep(call, yours, new Answer(problem.status(), null, Problem.TYPE, text));
      return;
    }
    String location = context.res().getHeader("Location");
    keep(
        call,
        yours,
        new Answer(context.statusCode(), location, "application/json", context.result()));
  }

  private void keep(Call call, Yours yours, Answer answer) {
    try {
      rows.answered(call, yours, answer);
    } catch (StoreException e) {
      // what was called for is done and must not be answered as if it were not; a repetition
      // finds the same draw, or that it is decided
      LOG.warn("an answer could not be kept for its key: {}", e.getMessage());
    }
  }

  private static void replay(Context context, Answer answer) {
    context.header(REPLAYED, "true");
    if (answer.location() != null) context.header("Location", answer.location());
    context
        .status(answer.status())
        .result(answer.body().getBytes(StandardCharsets.UTF_8))
        .contentType(answer.contentType());
  }
}
