package dev.bauta.service.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * So many calls a minute for each of many names. A name that was forgotten starts with a full
 * minute, which it had anyway after being silent for one. Thread-safe.
 */
final class Rate {
  // a stranger with many addresses pushes out the oldest names, and costs no more memory than this
  private static final int MOST_NAMES = 100_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perMinute;
  private final String message;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_NAMES).expireAfterAccess(MINUTE).build();

  Rate(int perMinute, String message) {
    this.perMinute = perMinute;
    this.message = message;
  }

  /**
   * @throws TooManyException if there are none left
   */
  void take(String name) {
    ConsumptionProbe probe = bucket(name).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) throw tooMany(probe.getNanosToWaitForRefill());
  }

  /**
   * As {@link #take}, but takes nothing.
   *
   * @throws TooManyException if there are none left
   */
  void check(String name) {
    Bucket bucket = buckets.getIfPresent(name);
    if (bucket == null) return;
    var estimate = bucket.estimateAbilityToConsume(1);
    if (!estimate.canBeConsumed()) throw tooMany(estimate.getNanosToWaitForRefill());
  }

  private Bucket bucket(String name) {
    return buckets.get(
        name,
        n ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build());
  }

  private TooManyException tooMany(long nanos) {
    return new TooManyException(message, (int) (nanos / 1_000_000_000L) + 1);
  }
}
