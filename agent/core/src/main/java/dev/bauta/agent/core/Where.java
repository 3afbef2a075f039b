package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.engine.Mark;

/** Where a value stands, so that it can be decided upon again when the rules have changed. */
interface Where {

  /** The decision of these rules, or null for none. */
  Mark decide(LiveRules rules);

  /**
   * What a report calls it.
   *
   * @param field the name that hooks gave it, or null
   */
  Spot spot(Sink sink, String field);

  /** A column of a result set. */
  record Column(String table, String label) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.on(Sink.JDBC).column(table, label);
    }

    @Override
    public Spot spot(Sink of, String field) {
      return Spot.ofColumn(name(table, label));
    }

    /** The column with its table, where that is known. */
    static String name(String table, String label) {
      return table == null || table.isEmpty() ? label : table + "." + label;
    }
  }

  /** A JSON property. */
  record Key(Sink sink, String key) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.on(sink).key(key);
    }

    @Override
    public Spot spot(Sink of, String field) {
      return Spot.ofKey(of, null, key);
    }
  }

  /** A key that a logger writes; the logger may be null. */
  record LogKey(String logger, String key) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.logger(logger).key(key);
    }

    @Override
    public Spot spot(Sink of, String field) {
      return Spot.ofKey(of, logger, key);
    }
  }

  /** A key of the logging context; the logger may be null. */
  record ContextKey(String logger, String key) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.logger(logger).mdc(key);
    }

    @Override
    public Spot spot(Sink of, String field) {
      return Spot.ofKey(of, logger, key);
    }
  }

  /** A member with an annotation of this type. */
  record Annotated(String type) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.all().annotated(type);
    }

    @Override
    public Spot spot(Sink of, String field) {
      return Spot.ofKey(of, null, field);
    }
  }

  /** A member of a class that a rule names. */
  record Member(Sink sink, String className, String member) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.on(sink).named(className, member);
    }

    @Override
    public Spot spot(Sink of, String field) {
      return Spot.ofMember(of, className, member);
    }
  }

  /** A place in JSON: it is decided upon anew for each value, so this decision is for one. */
  record InJson(Mark mark) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return mark;
    }

    @Override
    public Spot spot(Sink of, String field) {
      return Spot.ofKey(of, null, field);
    }
  }
}
