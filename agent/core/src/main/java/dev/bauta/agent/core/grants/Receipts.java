package dev.bauta.agent.core.grants;

import dev.bauta.engine.PiiType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What was revealed, counted by grant, sink, type and field, and handed over in numbered batches. A
 * batch keeps its number and its content until it is acknowledged; meanwhile counting goes on.
 * Memory is bounded: past a number of fields the rest are counted together, and past a number of
 * grants no more are taken into the table. Thread-safe; counting takes no lock.
 */
final class Receipts {

  private static final int MAX_GRANTS = 20_000;
  private static final int MAX_FIELDS = 5_000;
  private static final int MAX_COUNTS_IN_BATCH = 500;

  /** A check that began before the end may count shortly after it. */
  private static final long KEPT_AFTER_END_NANOS = TimeUnit.MINUTES.toNanos(10);

  /** One line of a batch. */
  record Line(String grant, String sink, String type, String field, long count) {}

  /**
   * One batch.
   *
   * @param number from 1, without gaps
   */
  record Batch(long number, List<Line> lines, long epoch, long version) {}

  private final AtomicInteger room = new AtomicInteger(MAX_FIELDS);
  private final Map<String, Ledger> ledgers = new HashMap<>(); // guarded by this, as all below
  private volatile boolean untold;
  private long epoch = -1;
  private long version = -1;
  private long reportedEpoch = -1;
  private long reportedVersion = -1;
  private long lastNumber;
  private Batch pending;

  void revealed(Ledger ledger, String sink, PiiType type, String field) {
    ledger.count(sink, type, field);
    if (!untold) { // a write only where needed: all threads read it
      untold = true;
    }
  }

  /** The ledger of a grant, or null where there are too many grants to count. */
  synchronized Ledger ledger(String grant) {
    Ledger known = ledgers.get(grant);
    if (known == null && ledgers.size() < MAX_GRANTS) {
      known = new Ledger(grant, room);
      ledgers.put(grant, known);
    }
    return known;
  }

  /** The version that is in force here now. */
  synchronized void applied(long newEpoch, long newVersion) {
    epoch = newEpoch;
    version = newVersion;
  }

  /** Whether the service does not know yet which version is in force here. */
  synchronized boolean newsOfVersion() {
    return pending == null && (epoch != reportedEpoch || version != reportedVersion);
  }

  /**
   * The batch to send: the one not acknowledged yet, or a new one, or null where nothing is new.
   */
  synchronized Batch next() {
    if (pending == null && (untold || newsOfVersion())) {
      List<Line> lines = takeUntold();
      if (!lines.isEmpty() || newsOfVersion()) {
        pending = new Batch(++lastNumber, List.copyOf(lines), epoch, version);
      }
    }
    return pending;
  }

  synchronized void acknowledged(Batch batch) {
    if (batch == pending) {
      reportedEpoch = batch.epoch();
      reportedVersion = batch.version();
      pending = null;
    }
  }

  /** Forgets grants that ended a while ago and whose counts are told. */
  synchronized void forgetEnded(long now) {
    if (untold) {
      return;
    }
    ledgers.values().removeIf(ledger -> ledger.over(now - KEPT_AFTER_END_NANOS));
    int fields = 0;
    for (Ledger ledger : ledgers.values()) {
      fields += ledger.fields();
    }
    room.set(MAX_FIELDS - fields);
  }

  synchronized int grantsKnown() {
    return ledgers.size();
  }

  private List<Line> takeUntold() {
    untold = false; // before the sums: what is counted from here on sets it again
    List<Line> lines = new ArrayList<>();
    for (Ledger ledger : ledgers.values()) {
      boolean all =
          ledger.each(
              (grant, sink, type, field, count) -> {
                if (lines.size() == MAX_COUNTS_IN_BATCH) {
                  return false;
                }
                long reveals = count.takeUntold();
                if (reveals > 0) {
                  lines.add(new Line(grant, sink, type.id(), field, reveals));
                }
                return true;
              });
      if (!all) {
        untold = true; // the rest goes with the next batch
        break;
      }
    }
    return lines;
  }
}
