package dev.bauta.agent.core;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.engine.Mark;

/**
 * A place hooks may keep: it decides again once the rules have changed. A changed decision that it
 * is no longer personal shows the value; that a place has become personal is seen when the hook
 * asks for it the next time. Safe for any number of threads.
 */
final class MarkedPlace implements Place {

  /** A decision, and the rules it came from: others may have taken their place since. */
  private record Decision(LiveRules rules, Mark mark) {}

  private final MaskingService masking;
  private final Sink sink;
  private final String field;
  private final Where where;
  private volatile Decision decision;

  /**
   * @param rules those that decided
   * @param mark their decision
   */
  MarkedPlace(
      MaskingService masking, Sink sink, String field, Where where, LiveRules rules, Mark mark) {
    this.masking = masking;
    this.sink = sink;
    this.field = field;
    this.where = where;
    this.decision = new Decision(rules, mark);
  }

  private Mark mark() {
    Decision known = decision;
    LiveRules now = masking.rules();
    if (known.rules != now) {
      known = new Decision(now, where.decide(now));
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
  public void saw(Object value) {
    masking.tracking().saw(mark(), value);
  }

  @Override
  public String type() {
    Mark mark = mark();
    return mark == null ? null : mark.type().id();
  }

  @Override
  public Object hide(Object value) {
    Mode mode = masking.mode(sink);
    if (value == null || mode == Mode.OFF) {
      return value;
    }
    try {
      Mark mark = mark();
      if (mark == null || masking.isAllowed(sink, mark, value)) {
        return value;
      }
      if (sink == Sink.JDBC) {
        masking.tracking().saw(mark, value);
      }
      if (mode == Mode.TRACK) {
        return value;
      }
      if (mode == Mode.OBSERVE) {
        if (ValueMasker.mask(mark, value) != value) {
          masking.observed(where.spot(sink, field), mark);
          masking.tracking().counted(value);
        }
        return value;
      }
      if (masking.showing().reveals(sink, mark, field)) {
        masking.showing().show(value);
        return value;
      }
      return masking.masked(sink, mark, value);
    } catch (Throwable failure) {
      masking.failed(failure);
      if (mode.leavesRaw()) {
        return value;
      }
      return value instanceof CharSequence ? Masking.MASKED : null;
    }
  }

  @Override
  public boolean observes() {
    return masking.observes(sink);
  }

  @Override
  public boolean revealed() {
    try {
      Mode mode = masking.mode(sink);
      if (mode == Mode.OFF || mode == Mode.TRACK) {
        return true;
      }
      Mark mark = mark();
      if (masking.observes(sink)) {
        if (mark != null) {
          masking.observed(where.spot(sink, field), mark);
        }
        return true;
      }
      return mark == null || masking.showing().reveals(sink, mark, field);
    } catch (Throwable failure) {
      masking.failed(failure);
      return masking.observes(sink);
    }
  }
}
