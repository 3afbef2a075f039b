package dev.bauta.agent.core.grants;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Sentences for the operator, the same one at most once a minute. Thread-safe. */
final class Say {

  private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int MAX_REMEMBERED = 50;

  private final Consumer<String> out;
  private final LongSupplier nanoTime;
  private final Map<String, Long> last = new HashMap<>();

  Say(Consumer<String> out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
  }

  synchronized void say(String sentence) {
    long now = nanoTime.getAsLong();
    last.values().removeIf(at -> now - at > QUIET_NANOS);
    if (last.size() < MAX_REMEMBERED && last.putIfAbsent(sentence, now) == null) {
      out.accept(sentence);
    }
  }

  void say(String what, Throwable failure) {
    String message = failure.getMessage();
    say(what + ": " + (message == null ? failure.getClass().getSimpleName() : message));
  }
}
