package dev.bauta.agent.core.grants;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What was revealed, counted by grant, sink, type and field, and handed over in numbered batches. A
 * batch keeps its number and its content until it is acknowledged. Counting is thread-safe without
 * locks; batches are made and acknowledged by one thread.
 */
final class Receipts {

  /** Fields past this number are counted together: an application may have very many keys. */
  private static final int MAX_COUNTS = 2_000;

  private static final int MAX_BUDGETS = 10_000;
  private static final String OTHER_FIELDS = "*";

  /** What is counted apart. */
  record Key(String grant, String sink, String type, String field) {}

  /**
   * One batch.
   *
   * @param number from 1, without gaps
   */
  record Batch(long number, Map<Key, Long> counts, long epoch, long version) {}

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> budgets =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AtomicLong> eldest) {
          return size() > MAX_BUDGETS;
        }
      };
  private volatile long epoch = -1;
  private volatile long version = -1;
  private long reportedEpoch = -1;
  private long reportedVersion = -1;
  private long lastNumber;
  private Batch pending;

  void revealed(String grant, String sink, String type, String field) {
    String known = field == null ? "" : field;
    Key key = new Key(grant, sink, type, known);
    LongAdder adder = counts.get(key);
    if (adder == null) {
      Key counted = counts.size() < MAX_COUNTS ? key : new Key(grant, sink, type, OTHER_FIELDS);
      adder = counts.computeIfAbsent(counted, k -> new LongAdder());
    }
    adder.increment();
  }

  /**
   * What is left of a grant's reveals. Kept here because a grant may leave the table for a while
   * (an outage) and must not come back with a full budget.
   */
  synchronized AtomicLong budget(String grant, long maxReveals) {
    return budgets.computeIfAbsent(grant, g -> new AtomicLong(maxReveals));
  }

  /** The version that is in force here now. */
  void applied(long newEpoch, long newVersion) {
    epoch = newEpoch;
    version = newVersion;
  }

  /**
   * The batch to send: the one not acknowledged yet, or a new one, or null where nothing is new.
   */
  Batch next() {
    if (pending != null) {
      return pending;
    }
    Map<Key, Long> drained = new LinkedHashMap<>();
    for (Map.Entry<Key, LongAdder> entry : counts.entrySet()) {
      long count = entry.getValue().sumThenReset();
      if (count > 0) {
        drained.put(entry.getKey(), count);
      }
    }
    boolean moved = epoch != reportedEpoch || version != reportedVersion;
    if (drained.isEmpty() && !moved) {
      return null;
    }
    pending = new Batch(++lastNumber, Map.copyOf(drained), epoch, version);
    return pending;
  }

  void acknowledged(Batch batch) {
    if (batch == pending) {
      reportedEpoch = batch.epoch();
      reportedVersion = batch.version();
      pending = null;
    }
  }
}
