package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.engine.JsonOrigin;
import dev.bauta.engine.OriginRules;
import dev.bauta.engine.RuleSet;
import dev.bauta.engine.TextMasker;
import java.util.List;

/** The rules as each sink sees them: one value, so that all of it changes at once. Immutable. */
final class LiveRules {

  private static final JsonOrigin OTHER =
      new JsonOrigin(JsonOrigin.OTHER, List.of(), List.of(), List.of());

  private final RuleSet all;
  private final RuleSet[] bySink = new RuleSet[Sink.values().length];
  private final boolean byLogger;
  private final boolean byMember;
  private final OriginRules origins;
  private final boolean otherRaw;

  LiveRules(RuleSet all) {
    this.all = all;
    for (Sink sink : Sink.values()) {
      bySink[sink.ordinal()] = all.on(sink.id());
    }
    byLogger = on(Sink.LOG).hasLoggerRules();
    byMember = all.hasMemberRules();
    origins = all.origins();
    otherRaw = origins != null && origins.leavesRaw(OTHER);
  }

  /** The rules of every sink, for what is annotated in the code. */
  RuleSet all() {
    return all;
  }

  RuleSet on(Sink sink) {
    return bySink[sink.ordinal()];
  }

  /** Whether some rule is for a logger. */
  boolean byLogger() {
    return byLogger;
  }

  /** Whether some rule is for members of classes. */
  boolean byMember() {
    return byMember;
  }

  /** The rules that say which JSON is meant, or null where all of it is. */
  OriginRules origins() {
    return origins;
  }

  /** Whether JSON of which nothing is known stays as it is. */
  boolean leavesOtherRaw() {
    return otherRaw;
  }

  /**
   * The rules for what a logger writes.
   *
   * @param logger may be null
   */
  RuleSet logger(String logger) {
    RuleSet rules = on(Sink.LOG);
    return byLogger ? rules.logger(logger) : rules;
  }

  /**
   * The masker for a text.
   *
   * @param field the logger of a text that goes to a log; null where there is none
   */
  TextMasker text(Sink sink, String field) {
    RuleSet rules = bySink[sink.ordinal()];
    return byLogger && sink == Sink.LOG ? rules.logger(field).text() : rules.text();
  }
}
