package dev.bauta.service.access;

import dev.bauta.service.policy.StageRule;
import dev.bauta.service.policy.Whom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * People as policies know them: their groups, their roles, whom they report to. Immutable: another
 * policy brings another one.
 */
public final class Circle {
  private final Map<String, Person> people = new TreeMap<>();
  private final Map<String, Set<String>> groups;

  /**
   * @param groups members by group, beside the groups that the people themselves name
   */
  public Circle(Iterable<Person> people, Map<String, Set<String>> groups) {
    Map<String, Set<String>> all = new TreeMap<>();
    groups.forEach((name, members) -> all.put(name, new TreeSet<>(members)));
    for (Person person : people) {
      this.people.put(person.name(), person);
      for (String group : person.groups())
        all.computeIfAbsent(group, g -> new TreeSet<>()).add(person.name());
    }
    this.groups = all;
  }

  Set<String> groupsOf(String person) {
    Set<String> found = new TreeSet<>();
    groups.forEach(
        (name, members) -> {
          if (members.contains(person)) found.add(name);
        });
    return found;
  }

  Set<String> rolesOf(String person) {
    Set<String> roles = new TreeSet<>();
    if (people.containsKey(person))
      people.get(person).roles().forEach(role -> roles.add(Role.word(role)));
    return roles;
  }

  /**
   * The people a rule asks, without the requester and without those who may not approve at all.
   *
   * @param service whose owner and people on call are meant
   */
  Stage stage(StageRule rule, String requester, ServicePolicy service) {
    return new Stage(
        rule.name(),
        rule.count(),
        asked(rule.whom(), rule.name(), requester, service),
        rule.later()
            .map(
                later ->
                    new Escalation(
                        later.after(), asked(later.whom(), rule.name(), requester, service))));
  }

  private SortedMap<String, String> asked(
      Whom whom, String step, String requester, ServicePolicy service) {
    SortedMap<String, String> asked = new TreeMap<>();
    whom.people().forEach(person -> asked.put(person, step));
    for (String group : new TreeSet<>(whom.groups())) {
      for (String person : groups.getOrDefault(group, Set.of()))
        asked.putIfAbsent(person, "in the group " + group);
    }
    if (whom.onCall()) {
      service.onCall().forEach(person -> asked.put(person, "on call for " + service.name()));
    }
    Optional<String> lead = Optional.ofNullable(people.get(requester)).flatMap(Person::lead);
    if (whom.lead()) lead.ifPresent(person -> asked.put(person, "lead of " + requester));
    if (whom.owner())
      service.owner().ifPresent(person -> asked.put(person, "owner of " + service.name()));
    asked.remove(requester);
    asked.keySet().removeIf(person -> !mayApprove(person));
    return asked;
  }

  private boolean mayApprove(String person) {
    return people.containsKey(person) && people.get(person).has(Role.APPROVER);
  }
}
