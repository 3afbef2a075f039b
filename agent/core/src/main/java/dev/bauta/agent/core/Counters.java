package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.engine.PiiType;
import dev.bauta.engine.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * What was masked, revealed and failed, per sink and PII type. Thread-safe without locks; touched
 * only when something was found, so a clean line costs nothing here.
 */
final class Counters {

  /** Types past this number are counted together under the last one. */
  private static final int MAX_TYPES = 512;

  /** One figure: a sink, a type and what happened. */
  record Count(Sink sink, PiiType type, LongAdder adder) {}

  private final AtomicReferenceArray<Count> masked = newArray();
  private final AtomicReferenceArray<Count> revealed = newArray();
  private final LongAdder failures = new LongAdder();
  private volatile String lastFailure = "";

  /** The tally to hand to the engine for one sink. */
  Tally tally(Sink sink) {
    return new SinkTally(sink);
  }

  void masked(Sink sink, PiiType type) {
    count(masked, sink, type);
  }

  void revealed(Sink sink, PiiType type) {
    count(revealed, sink, type);
  }

  /** Counts a failure of ours. Keeps its class and place, never its message: that may hold data. */
  void failed(Throwable failure) {
    failures.increment();
    if (lastFailure.isEmpty()) {
      try {
        StackTraceElement[] trace = failure.getStackTrace();
        lastFailure = failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
      } catch (Throwable nested) {
        lastFailure = "unknown"; // describing a failure must not become one
      }
    }
  }

  long failures() {
    return failures.sum();
  }

  String lastFailure() {
    return lastFailure;
  }

  List<Count> maskedCounts() {
    return list(masked);
  }

  List<Count> revealedCounts() {
    return list(revealed);
  }

  private static void count(AtomicReferenceArray<Count> counts, Sink sink, PiiType type) {
    int slot = sink.ordinal() * MAX_TYPES + Math.min(type.index(), MAX_TYPES - 1);
    Count count = counts.get(slot);
    if (count == null) {
      counts.compareAndSet(slot, null, new Count(sink, type, new LongAdder()));
      count = counts.get(slot);
    }
    count.adder.increment();
  }

  private static List<Count> list(AtomicReferenceArray<Count> counts) {
    List<Count> list = new ArrayList<>();
    for (int i = 0; i < counts.length(); i++) {
      Count count = counts.get(i);
      if (count != null) {
        list.add(count);
      }
    }
    return list;
  }

  private static AtomicReferenceArray<Count> newArray() {
    return new AtomicReferenceArray<>(Sink.values().length * MAX_TYPES);
  }

  private final class SinkTally implements Tally {
    private final Sink sink;

    private SinkTally(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void masked(PiiType type) {
      Counters.this.masked(sink, type);
    }

    @Override
    public void revealed(PiiType type) {
      Counters.this.revealed(sink, type);
    }

    @Override
    public void failed(Throwable failure) {
      Counters.this.failed(failure);
    }
  }
}
