package dev.bauta.service.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Stored work of one kind, shared by all instances of the service. A claimed item belongs to its
 * claimer until the claim runs out; a crash loses a claim, never an item.
 *
 * @param <T> what is to be done
 */
public interface WorkQueue<T> {
  /** An item, for whoever claimed it. */
  record Claim<T>(String key, int attempt, T item) {}

  List<Claim<T>> claim(Instant now, Duration claimFor, int limit);

  void done(Claim<T> claim, Instant now);

  void again(Claim<T> claim, Instant notBefore, String fault);

  /** Gives up on it: it is kept, with its fault, and never handed out again. */
  void giveUp(Claim<T> claim, Instant now, String fault);
}
