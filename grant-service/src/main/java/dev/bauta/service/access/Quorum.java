package dev.bauta.service.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who has agreed, and whether that is enough. People are counted, each for one place: somebody who
 * stands in two stages fills one of them. Which one is found by a maximum matching of people and
 * places (augmenting paths, H. W. Kuhn 1955), so that it does not matter in which order they
 * agreed.
 *
 * <p>The stages are asked one after the other: the next is open when all places before it are
 * filled.
 */
record Quorum(List<Stage> stages, Set<String> agreed) {

  /** The stage that waits for somebody; empty when all have agreed. */
  Optional<Stage> open() {
    int first = firstOpen();
    return first < 0 ? Optional.empty() : Optional.of(stages.get(first));
  }

  /** Everybody who is asked in any of them. */
  static Set<String> everybody(List<Stage> stages) {
    Set<String> all = new HashSet<>();
    stages.forEach(stage -> all.addAll(stage.approvers().keySet()));
    return all;
  }

  /** How many people have yet to agree, over all stages. */
  int missing() {
    return places(stages).size() - filled(places(stages), agreed);
  }

  /** Whether this person's agreement fills a place that is asked for now. */
  boolean counts(String person) {
    int first = firstOpen();
    if (first < 0) return false;
    List<Stage> places = places(stages.subList(0, first + 1));
    Set<String> with = new HashSet<>(agreed);
    with.add(person);
    return filled(places, with) > filled(places, agreed);
  }

  /** Whether the person is asked in any stage. */
  boolean knows(String person) {
    return stages.stream().anyMatch(stage -> stage.approvers().containsKey(person));
  }

  private int firstOpen() {
    for (int i = 0; i < stages.size(); i++) {
      List<Stage> places = places(stages.subList(0, i + 1));
      if (filled(places, agreed) < places.size()) return i;
    }
    return -1;
  }

  private static List<Stage> places(List<Stage> stages) {
    List<Stage> places = new ArrayList<>();
    for (Stage stage : stages) {
      for (int i = 0; i < stage.people(); i++) places.add(stage);
    }
    return places;
  }

  private static int filled(List<Stage> places, Set<String> people) {
    List<String> known = List.copyOf(people);
    int[] holder = new int[places.size()];
    Arrays.fill(holder, -1);
    int filled = 0;
    for (int person = 0; person < known.size(); person++) {
      if (seat(person, known, places, holder, new boolean[places.size()])) filled++;
    }
    return filled;
  }

  private static boolean seat(
      int person, List<String> people, List<Stage> places, int[] holder, boolean[] tried) {
    for (int place = 0; place < holder.length; place++) {
      if (tried[place] || !places.get(place).approvers().containsKey(people.get(person))) continue;
      tried[place] = true;
      if (holder[place] < 0 || seat(holder[place], people, places, holder, tried)) {
        holder[place] = person;
        return true;
      }
    }
    return false;
  }
}
