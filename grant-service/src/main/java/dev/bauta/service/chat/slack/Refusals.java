package dev.bauta.service.chat.slack;

import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AuditEvent;
import dev.bauta.service.access.Outcome;
import dev.bauta.service.access.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what was refused at the door. Anybody can knock, so each cause gets one record a
 * minute at most, with a count. Thread-safe.
 */
final class Refusals {
  /** The word for it in the audit log. */
  static final String ACTION = "chat.refused";

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Store store;
  private final Clock clock;
  private final Map<String, Tally> tallies = new HashMap<>(); // guarded by this

  private static final class Tally {
    private long unwritten;
    private Instant written = Instant.MIN;
  }

  Refusals(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void note(String cause) {
    long count = due(cause);
    if (count == 0) return;
    LOG.warn("refused a request to the Slack address: {} ({} since the last line)", cause, count);
    try {
      store.inTransaction(
          tx -> {
            tx.append(event(cause, count));
            return null;
          });
    } catch (RuntimeException e) {
      LOG.warn("cannot record a refusal: {}", e.getClass().getSimpleName());
    }
  }

  private AuditEvent event(String cause, long count) {
    Map<String, String> details =
        Map.of("platform", SlackPlatform.NAME, "cause", cause, "count", Long.toString(count));
    Actor stranger = Actor.stranger(SlackPlatform.NAME, SlackPlatform.NAME, "");
    return new AuditEvent(
        clock.instant(),
        ACTION,
        Outcome.REFUSED,
        stranger,
        Optional.empty(),
        new TreeMap<>(details),
        new TreeMap<>());
  }

  private synchronized long due(String cause) {
    Tally tally = tallies.computeIfAbsent(cause, c -> new Tally());
    tally.unwritten++;
    Instant now = clock.instant();
    if (tally.written.isAfter(now.minus(PAUSE))) return 0;
    long count = tally.unwritten;
    tally.unwritten = 0;
    tally.written = now;
    return count;
  }
}
