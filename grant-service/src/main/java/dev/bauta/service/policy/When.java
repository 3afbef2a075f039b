package dev.bauta.service.policy;

import dev.bauta.engine.AddressRange;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a rule is meant. A condition that is left out is not looked at; a list that is there and
 * empty matches nothing. All conditions must hold. Immutable.
 *
 * @param people requesters by name
 * @param groups requesters by group
 * @param roles requesters by role, in lower case
 * @param fields a request for every field is matched only where this is left out
 * @param forOne whether one data subject must be named (true) or must not (false)
 * @param atMostMinutes the longest time asked for
 * @param hours one of them must hold
 * @param holidays must hold
 * @param notOn must not hold
 * @param networks the requester's call must come from one of them; one from nowhere known does not
 * @param ticket the whole ticket must match; no ticket does not
 */
public record When(
    Optional<Set<String>> people,
    Optional<Set<String>> groups,
    Optional<Set<String>> roles,
    Optional<Set<String>> services,
    Optional<Set<String>> environments,
    Optional<Set<String>> sinks,
    Optional<Set<String>> types,
    Optional<Set<String>> fields,
    Optional<Boolean> forOne,
    Optional<Long> atMostMinutes,
    Optional<List<Hours>> hours,
    Optional<Holidays> holidays,
    Optional<Holidays> notOn,
    Optional<List<AddressRange>> networks,
    Optional<Pattern> ticket) {

  /** For everything in one service. */
  public static When ofService(String service) {
    return new When(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Set.of(service)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What keeps the rule from being meant for that atom, in words; empty where it is meant. */
  Optional<String> obstacle(Question asked, Atom atom) {
    if (!holds(people, asked.requester())) {
      return no("the requester is not one of its people");
    }
    if (groups.isPresent() && Collections.disjoint(groups.get(), asked.groups())) {
      return no("the requester is in none of its groups");
    }
    if (roles.isPresent() && Collections.disjoint(roles.get(), asked.roles())) {
      return no("the requester has none of its roles");
    }
    if (!holds(services, asked.service())) {
      return no("it is for another service");
    }
    if (!holds(environments, asked.environment())) {
      return no("it is for another environment");
    }
    if (!holds(sinks, atom.sink())) {
      return no("it is not for the sink " + atom.sink());
    }
    if (!holds(types, atom.type())) {
      return no("it is not for the type " + atom.type());
    }
    if (fields.isPresent() && !atom.field().map(fields.get()::contains).orElse(false)) {
      return no(atom.field().isEmpty() ? "it is for single fields" : "it is for other fields");
    }
    return circumstance(asked);
  }

  private Optional<String> circumstance(Question asked) {
    if (forOne.isPresent() && forOne.get() != asked.forOne()) {
      return no(forOne.get() ? "no data subject is named" : "a data subject is named");
    }
    if (atMostMinutes.isPresent() && asked.minutes() > atMostMinutes.get()) {
      return no("more than " + atMostMinutes.get() + " minutes are asked for");
    }
    if (hours.isPresent() && hours.get().stream().noneMatch(h -> h.hold(asked.at()))) {
      return no("it is outside of its hours");
    }
    if (holidays.isPresent() && !holidays.get().hold(asked.at())) {
      return no("it is no day of " + holidays.get().calendar());
    }
    if (notOn.isPresent() && notOn.get().hold(asked.at())) {
      return no("it is a day of " + notOn.get().calendar());
    }
    if (networks.isPresent() && !comesFrom(networks.get(), asked.address())) {
      return no("the request does not come from one of its networks");
    }
    if (ticket.isPresent()
        && !asked.ticket().map(t -> ticket.get().matcher(t).matches()).orElse(false)) {
      return no("the ticket is missing or of another form");
    }
    return Optional.empty();
  }

  private static boolean holds(Optional<Set<String>> names, String name) {
    return names.isEmpty() || names.get().contains(name);
  }

  private static boolean comesFrom(List<AddressRange> networks, Optional<String> address) {
    byte[] bytes = address.map(AddressRange::address).orElse(null);
    return bytes != null && networks.stream().anyMatch(range -> range.holds(bytes));
  }

  private static Optional<String> no(String obstacle) {
    return Optional.of(obstacle);
  }
}
