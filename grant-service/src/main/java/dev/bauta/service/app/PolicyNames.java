package dev.bauta.service.app;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names that rules may use.
 *
 * @param approvers those of the people who may approve at all
 * @param calendars days by calendar
 * @param zone where days begin, unless something says otherwise
 */
record PolicyNames(
    Set<String> people,
    Set<String> approvers,
    Set<String> groups,
    Set<String> services,
    Set<String> environments,
    Set<String> types,
    Map<String, Set<LocalDate>> calendars,
    ZoneId zone) {
  static final Set<String> SINKS = Set.of("jdbc", "json");
  static final Set<String> ROLES = Set.of("requester", "approver", "auditor", "admin");

  /** A fault for each name that is not known, with those that are. */
  static void check(
      Section section, String key, Set<String> named, Set<String> known, String what) {
    for (String name : new TreeSet<>(named)) {
      if (!known.contains(name))
        section.fault(
            key,
            "has the unknown '"
                + name
                + "'; it must be "
                + what
                + "; known are "
                + String.join(", ", new TreeSet<>(known)));
    }
  }

  static Map<String, Set<LocalDate>> calendars(Section root) {
    Map<String, Set<LocalDate>> calendars = new TreeMap<>();
    Section section = root.section("calendars");
    for (String name : section.keys()) {
      Set<LocalDate> days = new HashSet<>();
      for (String day : section.names(name)) {
        try {
          days.add(LocalDate.parse(day));
        } catch (DateTimeException e) {
          section.fault(name, "has '" + day + "'; write days like 2026-12-25");
        }
      }
      calendars.put(name, days);
    }
    return calendars;
  }

  static Map<String, Set<String>> groups(Section root, Set<String> people) {
    Map<String, Set<String>> groups = new TreeMap<>();
    Section section = root.section("groups");
    for (String name : section.keys()) {
      Set<String> members = section.names(name);
      check(section, name, members, people, "a person under people:");
      groups.put(name, members);
    }
    return groups;
  }

  /** The zone that a section names, or the policy's own. */
  ZoneId zone(Section section) {
    return zone(section, zone);
  }

  static ZoneId zone(Section section, ZoneId absent) {
    return section
        .text("zone")
        .map(
            name -> {
              try {
                return ZoneId.of(name);
              } catch (DateTimeException e) {
                section.fault("zone", "must be a time zone such as Europe/Berlin");
                return ZoneOffset.UTC;
              }
            })
        .orElse(absent);
  }
}
