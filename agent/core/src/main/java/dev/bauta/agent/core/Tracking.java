package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.agent.core.tracked.TrackedText;
import dev.bauta.agent.core.tracked.TrackedValues;
import dev.bauta.engine.Disclosure;
import dev.bauta.engine.Mark;
import dev.bauta.engine.PiiType;
import dev.bauta.report.Seen;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Values that came out of marked columns and annotated members, hidden where they turn up in text
 * that goes to a log or into JSON. Safe for any number of threads.
 */
final class Tracking {

  /** Elements of one value that are noted. */
  private static final int MOST = 16;

  private static final int TYPES = 512;
  private static final int NO_NUMBER = 99_999;

  private final TrackedValues values;
  private final TrackedText text;
  private final boolean parts;
  private final Counters counters;
  private final AtomicReferenceArray<PiiType> types = new AtomicReferenceArray<>(TYPES);

  /** The last object that this thread counted at its place, by its identity. */
  @SuppressWarnings("ThreadLocalUsage") // there is one of this for each agent, and it stays
  private final ThreadLocal<int[]> counted = new Counted();

  /**
   * @param settings null where nothing is tracked
   */
  Tracking(TrackingSettings settings, Counters counters) {
    this.values =
        settings == null ? null : new TrackedValues(settings.entries(), settings.seconds());
    this.text = values == null ? null : new TrackedText(values);
    this.parts = settings != null && settings.parts();
    this.counters = counters;
  }

  /** Whether values are tracked at all. */
  boolean isOn() {
    return values != null;
  }

  /** How many were forgotten before their time. */
  long evicted() {
    return values == null ? 0 : values.evicted();
  }

  /** Notes a value of a place with this decision. */
  void saw(Mark mark, Object value) {
    if (values == null || mark == null || value == null) {
      return;
    }
    try {
      note(mark, value, MOST);
    } catch (Throwable failure) {
      counters.failed(failure);
    }
  }

  /** Whether a text that goes to this sink has to be looked through. */
  boolean concerns(Sink sink) {
    return values != null && sink != Sink.JDBC && !values.isEmpty();
  }

  /** Whether there is a tracked value in it. */
  boolean finds(char[] chars, int from, int to) {
    return text.finds(chars, from, to);
  }

  /**
   * The text without tracked values; the same instance where there is none.
   *
   * @param shown what may be seen
   */
  String mask(LiveRules rules, Sink sink, String text, Disclosure shown) {
    return this.text.mask(
        text,
        (index, value) -> {
          PiiType type = types.get(index);
          Mark mark = rules.all().annotated(type.id());
          if (mark == null || rules.on(sink).allows(type, value)) {
            return value;
          }
          if (shown.reveals(type)) {
            counters.revealed(sink, type);
            return value;
          }
          counters.masked(sink, type);
          String masked = mark.masker().mask(value, type);
          return masked == null ? "" : masked;
        });
  }

  /** Notes that this object was counted at its place, so that the next stage need not. */
  void counted(Object value) {
    if (values != null) {
      counted.get()[0] = System.identityHashCode(value);
    }
  }

  /** Counts the tracked values of a text that is only looked at. */
  void look(Sightings sightings, LiveRules rules, Spot spot, String text) {
    if (counted.get()[0] == System.identityHashCode(text)) {
      return;
    }
    this.text.mask(
        text,
        (index, value) -> {
          sightings.seen(rules, spot, types.get(index), Seen.TRACKED);
          return value;
        });
  }

  private void note(Mark mark, Object value, int most) {
    if (value instanceof CharSequence string) {
      note(mark.type(), string.toString());
    } else if (value instanceof Long || value instanceof Integer) {
      long number = ((Number) value).longValue();
      if (mark.numeric() && Math.abs(number) > NO_NUMBER) {
        note(mark.type(), value.toString());
      }
    } else if (value instanceof Collection<?> elements) {
      int left = most;
      for (Object element : elements) {
        if (element == null || left-- == 0) {
          break;
        }
        note(mark, element, 0);
      }
    } else if (value instanceof Object[] elements) {
      for (int i = 0; i < Math.min(elements.length, most); i++) {
        if (elements[i] != null) {
          note(mark, elements[i], 0);
        }
      }
    } else if (value instanceof Optional<?> optional && optional.isPresent() && most > 0) {
      note(mark, optional.get(), 0);
    }
  }

  private void note(PiiType type, String value) {
    if (type.index() >= TYPES) {
      return;
    }
    if (types.get(type.index()) == null) {
      types.set(type.index(), type);
    }
    values.note(type.index(), parts && type.equals(PiiType.NAME), value);
  }

  private static final class Counted extends ThreadLocal<int[]> {
    @Override
    protected int[] initialValue() {
      return new int[1];
    }
  }
}
