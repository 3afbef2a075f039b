package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.engine.Mark;

/** Where a value stands, so that it can be decided upon again when the rules have changed. */
interface Where {

  /** The decision of these rules, or null for none. */
  Mark decide(LiveRules rules);

  /** A column of a result set. */
  record Column(String table, String label) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.on(Sink.JDBC).column(table, label);
    }
  }

  /** A JSON property. */
  record Key(Sink sink, String key) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.on(sink).key(key);
    }
  }

  /** A key that a logger writes; the logger may be null. */
  record LogKey(String logger, String key) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.logger(logger).key(key);
    }
  }

  /** A key of the logging context; the logger may be null. */
  record ContextKey(String logger, String key) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.logger(logger).mdc(key);
    }
  }

  /** A member with an annotation of this type. */
  record Annotated(String type) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.all().annotated(type);
    }
  }

  /** A member of a class that a rule names. */
  record Member(Sink sink, String className, String member) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return rules.on(sink).named(className, member);
    }
  }

  /** A place in JSON: it is decided upon anew for each value, so this decision is for one. */
  record InJson(Mark mark) implements Where {
    @Override
    public Mark decide(LiveRules rules) {
      return mark;
    }
  }
}
