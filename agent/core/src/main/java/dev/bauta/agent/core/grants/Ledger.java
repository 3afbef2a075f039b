package dev.bauta.agent.core.grants;

import dev.bauta.engine.PiiType;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What one grant has shown in this JVM. It outlives the tables that hold the grant: after an outage
 * the grant comes back with what was left of it. Counting is thread-safe, without locks, and
 * without allocation once a field is known.
 */
final class Ledger {

  /** Reveals of one sink, type and field. */
  static final class Count {
    private final LongAdder reveals = new LongAdder();
    private long told; // guarded by the receipts

    /** What was not told yet; it is told now. */
    long takeUntold() {
      long untold = reveals.sum() - told;
      told += untold;
      return untold;
    }
  }

  /** Takes counts one by one; false stops the round. */
  interface Visitor {
    boolean count(String grant, String sink, PiiType type, String field, Count count);
  }

  private final String grant;
  private final AtomicInteger room;
  private final AtomicLong used = new AtomicLong();
  private final Map<String, Map<PiiType, Map<String, Count>>> counts = new ConcurrentHashMap<>(4);
  private Instant expires; // these two are guarded by this
  private long until;

  /**
   * @param room how many more fields may be counted apart, shared by all ledgers; roughly
   */
  Ledger(String grant, AtomicInteger room) {
    this.grant = grant;
    this.room = room;
  }

  String grant() {
    return grant;
  }

  /** Takes one reveal, never more than there are. */
  boolean take(long maxReveals) {
    long before;
    do {
      before = used.get();
      if (before >= maxReveals) {
        return false;
      }
    } while (!used.compareAndSet(before, before + 1));
    return true;
  }

  boolean spent(long maxReveals) {
    return used.get() >= maxReveals;
  }

  /** Counts one reveal. */
  void count(String sink, PiiType type, String field) {
    String name = field == null ? FieldNames.UNKNOWN : field;
    Map<PiiType, Map<String, Count>> types = counts.get(sink);
    Map<String, Count> fields = types == null ? null : types.get(type);
    Count count = fields == null ? null : fields.get(name);
    // get first: computeIfAbsent may lock even where the key is there
    (count == null ? newCount(sink, type, name) : count).reveals.increment();
  }

  private Count newCount(String sink, PiiType type, String name) {
    Map<String, Count> fields =
        counts
            .computeIfAbsent(sink, s -> new ConcurrentHashMap<>(4))
            .computeIfAbsent(type, t -> new ConcurrentHashMap<>(4));
    boolean apart = FieldNames.tellable(name) && room.getAndDecrement() > 0;
    return fields.computeIfAbsent(apart ? name : FieldNames.OTHERS, f -> new Count());
  }

  boolean each(Visitor visitor) {
    for (Map.Entry<String, Map<PiiType, Map<String, Count>>> sink : counts.entrySet()) {
      for (Map.Entry<PiiType, Map<String, Count>> type : sink.getValue().entrySet()) {
        for (Map.Entry<String, Count> field : type.getValue().entrySet()) {
          if (!visitor.count(
              grant, sink.getKey(), type.getKey(), field.getKey(), field.getValue())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** How many counts it holds. */
  int fields() {
    int fields = 0;
    for (Map<PiiType, Map<String, Count>> types : counts.values()) {
      for (Map<String, Count> names : types.values()) {
        fields += names.size();
      }
    }
    return fields;
  }

  /**
   * When the grant ends: what was reckoned first for the same end, unless the new reckoning is
   * earlier. A token that was long under way must not make the window longer.
   */
  synchronized long endsAt(Instant end, long reckoned) {
    if (!end.equals(expires) || reckoned - until < 0) {
      expires = end;
      until = reckoned;
    }
    return until;
  }

  synchronized boolean over(long now) {
    return expires != null && until - now < 0;
  }
}
