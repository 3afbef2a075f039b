package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** The agent's figures, by name; the one list behind every registry. */
final class AgentMeters {

  private final Counters counters;
  private final SinkStatus status;
  private final SinkModes modes;
  private final Sightings sightings;
  private final MaskingService masking;
  private final GrantReveals grants;
  private final RuleReload reload;

  AgentMeters(
      Counters counters,
      SinkStatus status,
      SinkModes modes,
      Sightings sightings,
      MaskingService masking,
      GrantReveals grants,
      RuleReload reload) {
    this.modes = modes;
    this.sightings = sightings;
    this.masking = masking;
    this.counters = counters;
    this.status = status;
    this.grants = grants;
    this.reload = reload;
  }

  /** Registers what is there by now and is not in {@code known} yet. */
  void bind(Meters meters, Set<String> known) {
    for (Counters.Count count : counters.maskedCounts()) {
      bind(meters, known, "bauta.masked", "Values masked", count);
    }
    for (Counters.Count count : counters.revealedCounts()) {
      bind(meters, known, "bauta.revealed", "Raw values shown under a grant", count);
    }
    if (known.add("bauta.failed")) {
      meters.counter(
          "bauta.failed", "Failures of the agent; each hid a value", counters, Counters::failures);
    }
    if (masking.tracking().isOn() && known.add("bauta.tracked")) {
      meters.counter(
          "bauta.tracked.evicted",
          "Tracked values forgotten before their time, because there were too many",
          masking,
          m -> m.tracking().evicted());
    }
    if (!masking.given().isEmpty() && known.add("bauta.guard")) {
      meters.counter(
          "bauta.guard.forgotten",
          "Masked values that the write-back guard no longer remembers, because there were too many",
          masking,
          m -> m.given().forgotten());
    }
    if (grants != null && known.add("bauta.lease")) {
      meters.gauge(
          "bauta.lease.seconds",
          "What is left of the lease; 0 means that nothing can be unmasked",
          grants,
          GrantReveals::leaseSeconds);
      meters.gauge(
          "bauta.grants.live", "Grants live in this JVM", grants, GrantReveals::liveGrants);
    }
    if (reload != null && known.add("bauta.rules")) {
      bindRules(meters);
    }
    for (Sink sink : Sink.values()) {
      bindMode(meters, known, sink);
    }
    for (SinkStatus.Line line : new HashSet<>(status.lines())) {
      if (line.state() != SinkStatus.State.ABSENT && known.add("sink." + line.library())) {
        meters.gauge(
            "bauta.sink.protected",
            "1 where a library in use is masked, 0 where it is not",
            status,
            s -> isProtected(s, line.library()),
            "sink",
            line.sink(),
            "library",
            line.library());
      }
    }
  }

  private void bindMode(Meters meters, Set<String> known, Sink sink) {
    if (known.add("mode." + sink.id())) {
      meters.gauge(
          "bauta.sink.mode",
          "What is done at a sink: 3 mask, 2 track, 1 observe, 0 off",
          modes,
          m -> Mode.OFF.ordinal() - m.current().of(sink).ordinal(),
          "sink",
          sink.id());
      meters.counter(
          "bauta.observed",
          "Personal data seen where nothing is hidden",
          sightings,
          s -> s.total(sink),
          "sink",
          sink.id());
    }
  }

  private void bindRules(Meters meters) {
    meters.counter("bauta.rules.reloads", "New rules taken into use", reload, RuleReload::reloads);
    meters.counter(
        "bauta.rules.refused", "New rules that were wrong", reload, RuleReload::refusals);
    meters.gauge(
        "bauta.rules.stale",
        "1 where the rule file is wrong and the old rules stay in use",
        reload,
        r -> r.isStale() ? 1 : 0);
  }

  private static void bind(
      Meters meters, Set<String> known, String name, String doc, Counters.Count count) {
    String sink = count.sink().id();
    String type = count.type().id();
    if (known.add(name + "." + sink + "." + type)) {
      meters.counter(name, doc, count.adder(), LongAdder::doubleValue, "sink", sink, "type", type);
    }
  }

  private static double isProtected(SinkStatus status, String library) {
    for (SinkStatus.Line line : status.lines()) {
      if (line.library().equals(library)) {
        return line.isProtected() ? 1 : 0;
      }
    }
    return 0;
  }
}
