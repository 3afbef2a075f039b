package dev.bauta.agent.core;

import dev.bauta.agent.api.JsonPlace;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Origins;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.core.guard.GivenValues;
import dev.bauta.engine.Disclosure;
import dev.bauta.engine.Mark;
import dev.bauta.engine.OriginRules;
import dev.bauta.engine.PathRules;
import dev.bauta.engine.RuleSet;
import dev.bauta.engine.Tally;
import dev.bauta.report.Seen;

/**
 * What the hooks ask: the rules, the grants and the viewer of the thread brought together. A value
 * goes out raw only through {@link Reveals}; logs never do.
 */
final class MaskingService implements Masking {

  private volatile LiveRules rules;
  private volatile int memberRulesChanges;
  private final SinkModes modes;
  private final Sightings sightings;
  private final Showing showing;
  private final Counters counters;
  private final GivenValues given;
  private final Tracking tracking;
  private final JsonOrigins origins = new JsonOrigins(this);
  private final Tally[] tallies = new Tally[Sink.values().length];

  MaskingService(
      RuleSet rules,
      SinkModes modes,
      Sightings sightings,
      Reveals reveals,
      ViewerContext viewers,
      Tracking tracking,
      Counters counters) {
    this.tracking = tracking;
    this.rules = new LiveRules(rules);
    this.given = new GivenValues(new ContentType(this));
    this.modes = modes;
    this.sightings = sightings;
    this.showing = new Showing(reveals, viewers, counters);
    viewers.follow(new Standing(this));
    this.counters = counters;
    for (Sink sink : Sink.values()) {
      tallies[sink.ordinal()] = counters.tally(sink);
    }
  }

  /** Takes other rules into use, for all threads at once; places handed out before follow them. */
  void replace(RuleSet others) {
    boolean members = rules.byMember() || others.hasMemberRules();
    rules = new LiveRules(others);
    if (members) { // only the agent's own thread gets here; those that ask see the new rules first
      memberRulesChanges = memberRulesChanges + 1;
    }
  }

  /** The rules in use. */
  LiveRules rules() {
    return rules;
  }

  @Override
  public boolean observes(Sink sink) {
    return modes.of(sink).leavesRaw();
  }

  @Override
  public boolean sameForAll(Sink sink) {
    return mode(sink) == Mode.MASK && !showing.showsAnything();
  }

  @Override
  public String columnName(String table, String label) {
    return observes(Sink.JDBC) ? Where.Column.name(table, label) : label;
  }

  @Override
  public String text(Sink sink, String field, String value) {
    Mode mode = mode(sink);
    if (value == null || mode == Mode.OFF || mode == Mode.TRACK) {
      return value;
    }
    try {
      LiveRules now = rules;
      if (mode == Mode.OBSERVE) {
        look(now, Spot.ofText(sink, field), value);
        return value;
      }
      Disclosure shown = showing.disclosure(sink, field);
      String masked = now.text(sink, field).mask(value, shown, tallies[sink.ordinal()]);
      if (tracking.concerns(sink)) {
        masked = tracking.mask(now, sink, masked, shown);
      }
      if (sink == Sink.JSON && masked != (Object) value) {
        given.copy(masked);
      }
      return masked;
    } catch (Throwable failure) {
      failed(failure);
      return mode == Mode.OBSERVE ? value : MASKED;
    }
  }

  @Override
  public String text(Sink sink, String field, char[] value, int from, int to) {
    Mode mode = mode(sink);
    if (mode == Mode.OFF || mode == Mode.TRACK) {
      return null;
    }
    try {
      if (tracking.concerns(sink) && tracking.finds(value, from, to)) {
        String text = new String(value, from, to - from);
        String masked = text(sink, field, text);
        return masked == (Object) text ? null : masked;
      }
      if (mode == Mode.OBSERVE) {
        sightings.look(rules, Spot.ofText(sink, field), value, from, to);
        return null;
      }
      return rules
          .text(sink, field)
          .mask(value, from, to, showing.disclosure(sink, field), tallies[sink.ordinal()]);
    } catch (Throwable failure) {
      failed(failure);
      return mode == Mode.OBSERVE ? null : MASKED;
    }
  }

  @Override
  public Object printed(Sink sink, String field, Object value) {
    return isOff(sink) ? value : PrintedValue.mask(this, sink, field, value);
  }

  @Override
  public Place column(String table, String label) {
    if (isOff(Sink.JDBC)) {
      return null;
    }
    LiveRules now = rules;
    Mark mark = now.on(Sink.JDBC).column(table, label); // nothing is made for most columns
    return mark == null
        ? null
        : new MarkedPlace(this, Sink.JDBC, label, new Where.Column(table, label), now, mark);
  }

  @Override
  public Place key(Sink sink, String key) {
    if (key == null || isOff(sink)) {
      return null;
    }
    LiveRules now = rules;
    Mark mark = now.on(sink).key(key); // nothing is made for the many keys without a rule
    return mark == null
        ? null
        : new MarkedPlace(this, sink, key, new Where.Key(sink, key), now, mark);
  }

  @Override
  public Place logKey(String logger, String key) {
    if (!hasLoggerRules()) {
      return key(Sink.LOG, key);
    }
    Place ruled = key == null ? null : place(Sink.LOG, key, new Where.LogKey(logger, key));
    return ruled == null ? observedKey(logger, key) : ruled;
  }

  @Override
  public Place contextKey(String key) {
    return contextKey(null, key);
  }

  @Override
  public Place contextKey(String logger, String key) {
    if (key == null || isOff(Sink.LOG)) {
      return null;
    }
    LiveRules now = rules;
    Mark mark = now.logger(logger).mdc(key);
    return mark == null
        ? observedKey(logger, key)
        : new MarkedPlace(this, Sink.LOG, key, new Where.ContextKey(logger, key), now, mark);
  }

  @Override
  public boolean hasLoggerRules() { // a report names the loggers
    return rules.byLogger() || observes(Sink.LOG);
  }

  @Override
  public JsonPlace jsonRoot() {
    PathRules paths = rules.on(Sink.JSON).paths();
    return paths == null || mode(Sink.JSON) == Mode.OFF ? null : new PathPlace(this, paths.root());
  }

  @Override
  public boolean namesClass(String className) {
    LiveRules now = rules;
    return now.byMember() && now.all().namesClass(dotted(className));
  }

  @Override
  public Place member(Sink sink, String className, String member) {
    return rules.byMember()
        ? place(sink, member, new Where.Member(sink, dotted(className), member))
        : null;
  }

  @Override
  public int memberRulesChanges() {
    return memberRulesChanges;
  }

  @Override
  public Place annotated(Sink sink, String type, String field) {
    LiveRules now = rules;
    Where where = new Where.Annotated(type);
    return new MarkedPlace(this, sink, field, where, now, where.decide(now));
  }

  @Override
  public boolean hasOriginRules() {
    return rules.origins() != null;
  }

  @Override
  public boolean namesCaller(String className) {
    OriginRules which = rules.origins();
    return which != null && which.namesCaller(dotted(className));
  }

  @Override
  public Origins origins() {
    return origins;
  }

  @Override
  public boolean alreadyRevealed(String value) {
    return showing.hasShown(value);
  }

  @Override
  public boolean tracks() {
    return tracking.isOn();
  }

  @Override
  public GivenValues given() {
    return given;
  }

  @Override
  public void failed(Throwable failure) {
    counters.failed(failure);
  }

  private Place observedKey(String logger, String key) {
    return key != null && observes(Sink.LOG) ? new ObservedKey(this, logger, key) : null;
  }

  /** The place where there is a decision, or null. */
  private Place place(Sink sink, String field, Where where) {
    LiveRules now = rules;
    Mark mark = isOff(sink) ? null : where.decide(now);
    return mark == null ? null : new MarkedPlace(this, sink, field, where, now, mark);
  }

  private static String dotted(String className) {
    return className.replace('/', '.');
  }

  /** What is done with what this thread sends to the sink. */
  Mode mode(Sink sink) {
    Mode mode = modes.of(sink);
    if (sink != Sink.JSON) {
      return mode;
    }
    LiveRules now = rules;
    OriginRules which = now.origins();
    return which != null && origins.leaveRaw(now, which) && !modes.isProving() ? Mode.OFF : mode;
  }

  private boolean isOff(Sink sink) {
    return modes.of(sink) == Mode.OFF;
  }

  /** Whether the value is on a list of what is shown. */
  boolean isAllowed(Sink sink, Mark mark, Object value) {
    return value instanceof String text && rules.on(sink).allows(mark.type(), text);
  }

  /** What this thread's principal may see. */
  Showing showing() {
    return showing;
  }

  /** Counts a value that is only looked at. */
  void observed(Spot spot, Mark mark) {
    sightings.seen(rules, spot, mark.type(), Seen.RULE);
  }

  private void look(LiveRules now, Spot spot, String text) {
    sightings.look(now, spot, text);
    if (tracking.concerns(spot.sink())) {
      tracking.look(sightings, now, spot, text);
    }
  }

  /** The values that are known to be personal. */
  Tracking tracking() {
    return tracking;
  }

  /** Counts what is found in a text that is only looked at. */
  void observed(Spot spot, String text) {
    try {
      look(rules, spot, text);
    } catch (Throwable failure) {
      failed(failure);
    }
  }

  /** The masked form of a whole value, counted. */
  Object masked(Sink sink, Mark mark, Object value) {
    Object masked = ValueMasker.mask(mark, value);
    if (masked != value) {
      counters.masked(sink, mark.type());
      if (sink == Sink.JSON && masked instanceof String text) {
        given.copy(text);
      }
    }
    return masked;
  }
}
