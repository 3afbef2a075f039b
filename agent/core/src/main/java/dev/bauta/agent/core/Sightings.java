package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.engine.Disclosure;
import dev.bauta.engine.PiiType;
import dev.bauta.engine.Tally;
import dev.bauta.engine.TextMasker;
import dev.bauta.report.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Where personal data was seen at the sinks that are only looked at: names and numbers, never a
 * value. Bounded; what is seen at places past the bound is counted as of no place. Thread-safe;
 * nothing waits, and where nothing is found nothing is kept.
 */
final class Sightings {

  /** Places told apart, all sinks and types together. */
  static final int MAX_PLACES = 2_000;

  /** One figure of the report. */
  record Count(Spot spot, String type, String by, long count) {}

  private record Key(Spot spot, String type, String by) {}

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();
  private final AtomicInteger places = new AtomicInteger();
  private final Counters counters;

  Sightings(Counters counters) {
    this.counters = counters;
  }

  /** Counts what is found in a text. */
  void look(LiveRules rules, Spot spot, String text) {
    Found found = new Found(counters);
    rules.text(spot.sink(), spot.logger()).mask(text, Disclosure.NOTHING, found);
    found.tell(this, rules, spot);
  }

  /** As {@link #look(LiveRules, Spot, String)}. */
  void look(LiveRules rules, Spot spot, char[] text, int from, int to) {
    Found found = new Found(counters);
    rules.text(spot.sink(), spot.logger()).mask(text, from, to, Disclosure.NOTHING, found);
    found.tell(this, rules, spot);
  }

  /**
   * Counts one value of this type.
   *
   * @param by how it is known, as {@link Seen} has it
   */
  void seen(LiveRules rules, Spot spot, PiiType type, String by) {
    TextMasker finder = rules.on(Sink.LOG).text();
    Spot told =
        new Spot(
            spot.sink(),
            PlaceNames.told(spot.logger(), finder),
            PlaceNames.told(spot.column(), finder),
            PlaceNames.told(spot.key(), finder),
            PlaceNames.told(spot.owner(), finder));
    count(new Key(told, type.id(), by)).increment();
  }

  /** All that was seen at a sink. */
  double total(Sink sink) {
    long[] total = new long[1];
    counts.forEach((k, n) -> total[0] += k.spot.sink() == sink ? n.sum() : 0);
    return total[0];
  }

  List<Count> counts() {
    List<Count> list = new ArrayList<>();
    counts.forEach((k, n) -> list.add(new Count(k.spot, k.type, k.by, n.sum())));
    return list;
  }

  private LongAdder count(Key key) {
    LongAdder known = counts.get(key);
    if (known != null) {
      return known;
    }
    Key kept = key;
    if (places.incrementAndGet() > MAX_PLACES) {
      places.decrementAndGet();
      kept = new Key(Spot.ofText(key.spot.sink(), null), key.type, Seen.OTHER);
    }
    LongAdder fresh = new LongAdder();
    LongAdder first = counts.putIfAbsent(kept, fresh);
    return first == null ? fresh : first;
  }

  /** What one text holds; most hold nothing, and few more than one. Used by one thread. */
  private static final class Found implements Tally {
    private final Counters counters;
    private PiiType first;
    private List<PiiType> more;

    Found(Counters counters) {
      this.counters = counters;
    }

    @Override
    public void masked(PiiType type) {
      if (first == null) {
        first = type;
      } else {
        more = more == null ? new ArrayList<>() : more;
        more.add(type);
      }
    }

    @Override
    public void revealed(PiiType type) {
      masked(type);
    }

    @Override
    public void failed(Throwable failure) {
      counters.failed(failure);
    }

    /** Afterwards, because the names of places are looked through by the same engine. */
    void tell(Sightings sightings, LiveRules rules, Spot spot) {
      if (first == null) {
        return;
      }
      sightings.seen(rules, spot, first, Seen.CONTENT);
      for (int i = 0; more != null && i < more.size(); i++) {
        sightings.seen(rules, spot, more.get(i), Seen.CONTENT);
      }
    }
  }
}
