package dev.bauta.agent.core;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.engine.Disclosure;
import dev.bauta.engine.Mark;
import dev.bauta.engine.PiiType;
import dev.bauta.engine.RuleSet;
import dev.bauta.engine.Tally;
import java.util.Set;

/**
 * What the hooks ask: the rules, the grants and the viewer of the thread brought together. A value
 * goes out raw only through {@link Reveals}; logs never do.
 */
final class MaskingService implements Masking {

  /** The smallest number that can be a payment card or another personal number without context. */
  private static final long PERSONAL_NUMBER = 1_000_000_000_000L;

  private volatile LiveRules rules;
  private final Set<Sink> sinks;
  private final Reveals reveals;
  private final ViewerContext viewers;
  private final Counters counters;
  private final Tally[] tallies = new Tally[Sink.values().length];

  MaskingService(
      RuleSet rules, Set<Sink> sinks, Reveals reveals, ViewerContext viewers, Counters counters) {
    this.rules = new LiveRules(rules);
    this.sinks = sinks;
    this.reveals = reveals;
    this.viewers = viewers;
    this.counters = counters;
    for (Sink sink : Sink.values()) {
      tallies[sink.ordinal()] = counters.tally(sink);
    }
  }

  /** Takes other rules into use, for all threads at once; places handed out before follow them. */
  void replace(RuleSet others) {
    rules = new LiveRules(others);
  }

  @Override
  public String text(Sink sink, String field, String value) {
    if (value == null || !sinks.contains(sink)) {
      return value;
    }
    try {
      return rules.text(sink, field).mask(value, disclosure(sink, field), tallies[sink.ordinal()]);
    } catch (Throwable failure) {
      failed(failure);
      return MASKED;
    }
  }

  @Override
  public String text(Sink sink, String field, char[] value, int from, int to) {
    if (!sinks.contains(sink)) {
      return null;
    }
    try {
      return rules
          .text(sink, field)
          .mask(value, from, to, disclosure(sink, field), tallies[sink.ordinal()]);
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
    if (!sinks.contains(Sink.JDBC)) {
      return null;
    }
    LiveRules now = rules;
    Mark mark = now.on(Sink.JDBC).column(table, label);
    return mark == null ? null : new ColumnPlace(now, mark, table, label);
  }

  @Override
  public Place key(Sink sink, String key) {
    if (key == null || !sinks.contains(sink)) {
      return null;
    }
    LiveRules now = rules;
    Mark mark = now.on(sink).key(key);
    return mark == null ? null : new KeyPlace(sink, now, mark, key);
  }

  @Override
  public Place contextKey(String key) {
    if (key == null || !sinks.contains(Sink.LOG)) {
      return null;
    }
    LiveRules now = rules;
    Mark mark = now.on(Sink.LOG).mdc(key);
    return mark == null ? null : new ContextPlace(now, mark, key);
  }

  @Override
  public Place annotated(Sink sink, String type, String field) {
    LiveRules now = rules;
    return new AnnotatedPlace(sink, now, now.all().annotated(type), type, field);
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

  /** A decision, and the rules it came from: others may have taken their place since. */
  private record Decision(LiveRules rules, Mark mark) {}

  /**
   * A place hooks may keep: it decides again once the rules have changed. A changed decision that
   * it is no longer personal shows the value; that a place has become personal is seen when the
   * hook asks for it the next time.
   */
  private abstract class MarkedPlace implements Place {
    private final Sink sink;
    private final String field;
    private volatile Decision decision;

    private MarkedPlace(Sink sink, LiveRules rules, Mark mark, String field) {
      this.sink = sink;
      this.decision = new Decision(rules, mark);
      this.field = field;
    }

    /** The decision of other rules, or null for none. */
    abstract Mark decide(LiveRules now);

    private Mark mark() {
      Decision known = decision;
      LiveRules now = rules;
      if (known.rules != now) {
        known = new Decision(now, decide(now));
        decision = known;
      }
      return known.mark;
    }

    @Override
    public boolean numeric() {
      Mark mark = mark();
      return mark != null && mark.numeric();
    }

    @Override
    public Object hide(Object value) {
      if (value == null || !sinks.contains(sink)) {
        return value;
      }
      try {
        Mark mark = mark();
        if (mark == null || isAllowed(mark, value)) {
          return value;
        }
        if (revealed(mark)) {
          viewers.current().revealed(value);
          return value;
        }
        Object masked = ValueMasker.mask(mark, value);
        if (masked != value) {
          counters.masked(sink, mark.type());
        }
        return masked;
      } catch (Throwable failure) {
        failed(failure);
        return value instanceof CharSequence ? MASKED : null;
      }
    }

    private boolean isAllowed(Mark mark, Object value) {
      return value instanceof String text && rules.on(sink).allows(mark.type(), text);
    }

    @Override
    public boolean revealed() {
      try {
        Mark mark = mark();
        return mark == null || revealed(mark);
      } catch (Throwable failure) {
        failed(failure);
        return false;
      }
    }

    private boolean revealed(Mark mark) {
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

  private final class ColumnPlace extends MarkedPlace {
    private final String table;
    private final String label;

    private ColumnPlace(LiveRules rules, Mark mark, String table, String label) {
      super(Sink.JDBC, rules, mark, label);
      this.table = table;
      this.label = label;
    }

    @Override
    Mark decide(LiveRules now) {
      return now.on(Sink.JDBC).column(table, label);
    }
  }

  private final class KeyPlace extends MarkedPlace {
    private final Sink sink;
    private final String key;

    private KeyPlace(Sink sink, LiveRules rules, Mark mark, String key) {
      super(sink, rules, mark, key);
      this.sink = sink;
      this.key = key;
    }

    @Override
    Mark decide(LiveRules now) {
      return now.on(sink).key(key);
    }
  }

  private final class ContextPlace extends MarkedPlace {
    private final String key;

    private ContextPlace(LiveRules rules, Mark mark, String key) {
      super(Sink.LOG, rules, mark, key);
      this.key = key;
    }

    @Override
    Mark decide(LiveRules now) {
      return now.on(Sink.LOG).mdc(key);
    }
  }

  private final class AnnotatedPlace extends MarkedPlace {
    private final String type;

    private AnnotatedPlace(Sink sink, LiveRules rules, Mark mark, String type, String field) {
      super(sink, rules, mark, field);
      this.type = type;
    }

    @Override
    Mark decide(LiveRules now) {
      return now.all().annotated(type);
    }
  }
}
