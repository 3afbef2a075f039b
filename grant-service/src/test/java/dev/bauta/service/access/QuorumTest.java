package dev.bauta.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuorumTest {
  private static final List<String> PEOPLE = List.of("ada", "alan", "edsger", "linus", "root");

  @Example
  void somebodyInTwoStages_fillsOnePlace() {
    List<Stage> stages = List.of(stage("lead", 1, "linus"), stage("security", 1, "linus", "alan"));
    assertThat(new Quorum(stages, Set.of("linus")).missing()).isEqualTo(1);
    assertThat(new Quorum(stages, Set.of("linus", "alan")).missing()).isZero();
  }

  @Example
  void order_ofAgreeing_doesNotMatter_whereBothAreAskedNow() {
    List<Stage> stages = List.of(stage("lead", 1, "linus", "alan"), stage("security", 1, "linus"));
    // linus first: he stands for the lead until alan comes, and then for security
    Quorum first = new Quorum(stages, Set.of("linus"));
    assertThat(first.open().orElseThrow().name()).isEqualTo("security");
    assertThat(first.counts("alan")).isTrue();
    assertThat(new Quorum(stages, Set.of("linus", "alan")).open()).isEmpty();
  }

  @Example
  void laterStage_isNotAskedYet() {
    List<Stage> stages = List.of(stage("lead", 1, "linus"), stage("security", 1, "alan"));
    Quorum nobody = new Quorum(stages, Set.of());
    assertThat(nobody.counts("alan")).isFalse();
    assertThat(nobody.knows("alan")).isTrue();
    assertThat(nobody.counts("linus")).isTrue();
    assertThat(nobody.counts("mallory")).isFalse();
  }

  @Property
  void missing_isWhatTheBestSeatingLeavesEmpty(
      @ForAll("stages") List<Stage> stages, @ForAll("people") Set<String> agreed) {
    List<Stage> places = new ArrayList<>();
    stages.forEach(
        stage -> {
          for (int i = 0; i < stage.people(); i++) places.add(stage);
        });
    int best = best(places, 0, new HashSet<>(agreed));
    assertThat(new Quorum(stages, agreed).missing()).isEqualTo(places.size() - best);
  }

  @Property
  void enough_onlyWithAsManyDifferentPeopleAsPlaces(
      @ForAll("stages") List<Stage> stages, @ForAll("people") Set<String> agreed) {
    Quorum quorum = new Quorum(stages, agreed);
    if (quorum.open().isEmpty())
      assertThat(agreed.size())
          .isGreaterThanOrEqualTo(stages.stream().mapToInt(Stage::people).sum());
    assertThat(quorum.open().isEmpty()).isEqualTo(quorum.missing() == 0);
  }

  @Property
  void whoCounts_bringsTheEndNearer(
      @ForAll("stages") List<Stage> stages, @ForAll("people") Set<String> agreed) {
    Quorum quorum = new Quorum(stages, agreed);
    for (String person : PEOPLE) {
      Set<String> with = new HashSet<>(agreed);
      with.add(person);
      if (quorum.counts(person))
        assertThat(new Quorum(stages, with).missing()).isEqualTo(quorum.missing() - 1);
    }
  }

  /** Every seating there is. */
  private static int best(List<Stage> places, int from, Set<String> free) {
    if (from == places.size()) return 0;
    int best = best(places, from + 1, free);
    for (String person : List.copyOf(free)) {
      if (places.get(from).approvers().containsKey(person)) {
        free.remove(person);
        best = Math.max(best, 1 + best(places, from + 1, free));
        free.add(person);
      }
    }
    return best;
  }

  @Provide
  Arbitrary<List<Stage>> stages() {
    return Combinators.combine(Arbitraries.integers().between(1, 2), people())
        .as((count, approvers) -> stage("s", count, approvers.toArray(new String[0])))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<Set<String>> people() {
    return Arbitraries.of(PEOPLE).set();
  }

  private static Stage stage(String name, int people, String... approvers) {
    TreeMap<String, String> asked = new TreeMap<>();
    for (String approver : approvers) asked.put(approver, name);
    return new Stage(name, people, asked);
  }
}
