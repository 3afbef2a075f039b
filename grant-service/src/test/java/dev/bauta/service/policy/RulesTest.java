package dev.bauta.service.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RulesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Set<String> TYPES = Set.of("email", "phone", "name");
  private static final Set<String> SINKS = Set.of("jdbc", "json");

  @Example
  void nothingMatches_isDenied_andSoIsNothingAskedFor() {
    Rules none = new Rules(List.of());
    assertThat(none.decide(asked(Set.of("email"), SINKS)).permits()).isFalse();
    Rules all = new Rules(List.of(needs("a", When.ofService("desk"), "linus")));
    assertThat(all.decide(asked(Set.of(), SINKS)).permits()).isFalse();
    assertThat(all.decide(asked(TYPES, SINKS)).permits()).isTrue();
  }

  @Example
  void emptyList_matchesNothing_leftOut_everything() {
    When none = when(Optional.of(Set.of()), Optional.empty());
    assertThat(new Rules(List.of(needs("a", none, "linus"))).decide(asked(TYPES, SINKS)).permits())
        .isFalse();
  }

  @Property
  void aDenial_denies_whateverTheOrder(
      @ForAll("rules") List<Rule> rules,
      @ForAll("questions") Question question,
      @ForAll long seed) {
    boolean denied = new Rules(rules).decide(question).denials().isEmpty();
    List<Rule> shuffled = new ArrayList<>(rules);
    Collections.shuffle(shuffled, new Random(seed));
    Decision decision = new Rules(shuffled).decide(question);
    assertThat(decision.denials().isEmpty()).isEqualTo(denied);
    assertThat(decision.permits()).isEqualTo(new Rules(rules).decide(question).permits());
    if (!decision.denials().isEmpty()) assertThat(decision.permits()).isFalse();
  }

  @Property
  void asking_forAllAtOnce_givesNothingThatAskingForEachDoesNot(
      @ForAll("rules") List<Rule> rules, @ForAll("questions") Question question) {
    Rules policy = new Rules(rules);
    Decision whole = policy.decide(question);
    for (String type : question.types()) {
      for (String sink : question.sinks()) {
        Decision part = policy.decide(asked(Set.of(type), Set.of(sink)));
        if (whole.permits()) {
          assertThat(part.permits()).isTrue();
          // everybody whom a part asks, the whole asks, too
          assertThat(whole.stages()).containsAll(part.stages());
        }
      }
    }
  }

  @Property
  void oneMoreCondition_neverLetsMoreThrough(
      @ForAll("whens") When when,
      @ForAll("questions") Question question,
      @ForAll("names") Set<String> types) {
    When narrower =
        when(
            Optional.of(when.types().map(t -> intersection(t, types)).orElse(types)), when.sinks());
    boolean wide = new Rules(List.of(needs("a", when, "linus"))).decide(question).permits();
    boolean narrow = new Rules(List.of(needs("a", narrower, "linus"))).decide(question).permits();
    if (narrow) assertThat(wide).isTrue();
  }

  @Property
  void narrowestLimit_holds(
      @ForAll("rules") List<Rule> rules, @ForAll("questions") Question asked) {
    Decision decision = new Rules(rules).decide(asked);
    for (Rule rule : decision.matched()) {
      rule.limits()
          .minutes()
          .ifPresent(
              most ->
                  assertThat(decision.limits().minutes().orElseThrow()).isLessThanOrEqualTo(most));
    }
  }

  @Example
  void standingApproval_runsOut() {
    Rule open =
        new Rule(
            "open", When.ofService("desk"), new Effect.Approve(NOW.plusSeconds(1)), Limits.NONE);
    assertThat(new Rules(List.of(open)).decide(asked(TYPES, SINKS)).permits()).isTrue();
    Rule over = new Rule("open", When.ofService("desk"), new Effect.Approve(NOW), Limits.NONE);
    Decision decision = new Rules(List.of(over)).decide(asked(TYPES, SINKS));
    assertThat(decision.permits()).isFalse();
    assertThat(decision.obstacles()).containsEntry("open", "it has run out");
  }

  @Example
  void standingApproval_doesNotLiftWhatAnotherRuleNeeds() {
    Rule open =
        new Rule(
            "open", When.ofService("desk"), new Effect.Approve(NOW.plusSeconds(1)), Limits.NONE);
    Decision decision =
        new Rules(List.of(open, needs("a", When.ofService("desk"), "linus")))
            .decide(asked(TYPES, SINKS));
    assertThat(decision.stages()).hasSize(1);
  }

  @Provide
  Arbitrary<List<Rule>> rules() {
    Arbitrary<Effect> effects =
        Arbitraries.of(
            new Effect.Deny("no"),
            new Effect.Approve(NOW.plusSeconds(60)),
            new Effect.Needs(List.of(stage("linus"))),
            new Effect.Needs(List.of(stage("alan"), stage("ada"))));
    Arbitrary<Limits> limits =
        Arbitraries.longs()
            .between(1, 60)
            .optional()
            .map(m -> new Limits(m, Optional.empty(), 0, List.of(), false));
    return Combinators.combine(whens(), effects, limits)
        .as((when, effect, limit) -> new Rule("r", when, effect, limit))
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<When> whens() {
    return Combinators.combine(names().optional(), Arbitraries.of(SINKS).set().optional())
        .as(RulesTest::when);
  }

  @Provide
  Arbitrary<Set<String>> names() {
    return Arbitraries.of(TYPES).set();
  }

  @Provide
  Arbitrary<Question> questions() {
    return Combinators.combine(
            Arbitraries.of(TYPES).set().ofMinSize(1), Arbitraries.of(SINKS).set().ofMinSize(1))
        .as(RulesTest::asked);
  }

  private static Set<String> intersection(Set<String> one, Set<String> other) {
    List<String> both = new ArrayList<>(one);
    both.retainAll(other);
    return Set.copyOf(both);
  }

  private static Rule needs(String name, When when, String person) {
    return new Rule(name, when, new Effect.Needs(List.of(stage(person))), Limits.NONE);
  }

  private static StageRule stage(String person) {
    return new StageRule(person, 1, Whom.people(Set.of(person)));
  }

  private static When when(Optional<Set<String>> types, Optional<Set<String>> sinks) {
    return new When(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        sinks,
        types,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Question asked(Set<String> types, Set<String> sinks) {
    return new Question(
        "grace",
        Set.of(),
        Set.of(),
        "desk",
        "production",
        sinks,
        types,
        Optional.empty(),
        false,
        15,
        NOW,
        Optional.empty(),
        Optional.empty(),
        30);
  }
}
