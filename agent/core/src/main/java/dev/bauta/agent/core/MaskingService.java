package dev.bauta.agent.core;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.engine.Disclosure;
import dev.bauta.engine.Mark;
import dev.bauta.engine.PiiType;
import dev.bauta.engine.RuleSet;
import dev.bauta.engine.Tally;
import dev.bauta.engine.TextMasker;
import java.util.Set;

/**
 * What the hooks ask: the rules, the grants and the viewer of the thread brought together. A value
 * goes out raw only through {@link Reveals}; logs never do.
 */
final class MaskingService implements Masking {

  /** The smallest number that can be a payment card or another personal number without context. */
  private static final long PERSONAL_NUMBER = 1_000_000_000_000L;

  private final RuleSet rules;
  private final RuleSet[] bySink = new RuleSet[Sink.values().length];
  private final TextMasker text;
  private final Set<Sink> sinks;
  private final Reveals reveals;
  private final ViewerContext viewers;
  private final Counters counters;
  private final Tally[] tallies = new Tally[Sink.values().length];

  MaskingService(
      RuleSet rules, Set<Sink> sinks, Reveals reveals, ViewerContext viewers, Counters counters) {
    this.rules = rules;
    this.text = rules.text();
    this.sinks = sinks;
    this.reveals = reveals;
    this.viewers = viewers;
    this.counters = counters;
    for (Sink sink : Sink.values()) {
      tallies[sink.ordinal()] = counters.tally(sink);
      bySink[sink.ordinal()] = rules.on(sink.id());
    }
  }

  @Override
  public String text(Sink sink, String field, String value) {
    if (value == null || !sinks.contains(sink)) {
      return value;
    }
    try {
      return text.mask(value, disclosure(sink, field), tallies[sink.ordinal()]);
    } catch (Throwable failure) {
      failed(failure);
      return MASKED;
    }
  }

  @Override
  public Object printed(Sink sink, String field, Object value) {
    if (value == null || value instanceof Throwable || !sinks.contains(sink)) {
      return value;
    }
    if (value instanceof String string) {
      return text(sink, field, string);
    }
    if (value instanceof Number number && !personal(number) || value instanceof Boolean) {
      return value;
    }
    try {
      String printed = String.valueOf(value);
      String masked = text(sink, field, printed);
      return masked == null || masked.equals(printed) ? value : masked;
    } catch (Throwable failure) {
      // The application's toString() threw. The logger would meet it again, and print its message.
      return MASKED;
    }
  }

  @Override
  public Place column(String table, String label) {
    return sinks.contains(Sink.JDBC)
        ? place(Sink.JDBC, bySink[Sink.JDBC.ordinal()].column(table, label), label)
        : null;
  }

  @Override
  public Place key(Sink sink, String key) {
    if (key == null || !sinks.contains(sink)) {
      return null;
    }
    Mark mark = bySink[sink.ordinal()].key(key);
    return mark == null ? null : place(sink, mark, key);
  }

  @Override
  public Place annotated(Sink sink, String type, String field) {
    return place(sink, rules.annotated(type), field);
  }

  @Override
  public boolean alreadyRevealed(String value) {
    if (!reveals.anyLive()) {
      return false;
    }
    ViewerContext.Viewer viewer = viewers.current();
    return viewer != null && viewer.hasRevealed(value);
  }

  @Override
  public void failed(Throwable failure) {
    counters.failed(failure);
  }

  private static boolean personal(Number number) {
    return !(number instanceof Integer)
        && !(number instanceof Double)
        && !(number instanceof Float)
        && !(number instanceof Long l && Math.abs(l) < PERSONAL_NUMBER);
  }

  private Place place(Sink sink, Mark mark, String field) {
    return mark == null ? null : new MarkedPlace(sink, mark, field);
  }

  private Disclosure disclosure(Sink sink, String field) {
    return sink == Sink.LOG || !reveals.anyLive()
        ? Disclosure.NOTHING
        : type -> mayReveal(sink, type, field);
  }

  private boolean mayReveal(Sink sink, PiiType type, String field) {
    if (sink == Sink.LOG || !reveals.anyLive()) {
      return false;
    }
    ViewerContext.Viewer viewer = viewers.current();
    String principal = viewer == null ? null : viewer.name();
    return principal != null && reveals.reveal(principal, sink, type, field, viewer.subject());
  }

  private final class MarkedPlace implements Place {
    private final Sink sink;
    private final Mark mark;
    private final String field;

    private MarkedPlace(Sink sink, Mark mark, String field) {
      this.sink = sink;
      this.mark = mark;
      this.field = field;
    }

    @Override
    public boolean numeric() {
      return mark.numeric();
    }

    @Override
    public Object hide(Object value) {
      if (value == null || !sinks.contains(sink)) {
        return value;
      }
      try {
        if (revealed()) {
          viewers.current().revealed(value);
          return value;
        }
        counters.masked(sink, mark.type());
        return ValueMasker.mask(mark, value);
      } catch (Throwable failure) {
        failed(failure);
        return value instanceof CharSequence ? MASKED : null;
      }
    }

    @Override
    public boolean revealed() {
      try {
        if (mayReveal(sink, mark.type(), field)) {
          counters.revealed(sink, mark.type());
          return true;
        }
      } catch (Throwable failure) {
        failed(failure);
      }
      return false;
    }
  }
}
