package dev.bauta.service.app;

import dev.bauta.engine.AddressRange;
import dev.bauta.service.policy.Effect;
import dev.bauta.service.policy.Holidays;
import dev.bauta.service.policy.Hours;
import dev.bauta.service.policy.Limits;
import dev.bauta.service.policy.Rule;
import dev.bauta.service.policy.StageRule;
import dev.bauta.service.policy.When;
import dev.bauta.service.policy.Whom;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code rules:}. */
final class RuleReader {
  private static final Instant NEVER = Instant.EPOCH; // what a faulty date means: nothing

  private final PolicyNames names;

  RuleReader(PolicyNames names) {
    this.names = names;
  }

  /** Who may break the glass; whom they name reviews it. */
  List<Rule> readEmergencies(Section root) {
    List<Rule> rules = read(root, "break-glass");
    for (Rule rule : rules) {
      if (!(rule.effect() instanceof Effect.Needs))
        root.fault(
            "break-glass",
            "has '" + rule.name() + "' without needs:; name who reviews it afterwards");
      else if (((Effect.Needs) rule.effect())
          .stages().stream().anyMatch(e -> e.later().isPresent()))
        root.fault(
            "break-glass",
            "has '" + rule.name() + "' with escalate:; a review that is late is chased every day");
    }
    return rules;
  }

  List<Rule> read(Section root) {
    return read(root, "rules");
  }

  private List<Rule> read(Section root, String key) {
    List<Rule> rules = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Section section : root.sections(key)) {
      String name = section.required("name");
      if (!known.add(name)) section.fault("name", "is there twice; every rule has its own");
      Section when = section.section("when");
      Section limits = section.section("limits");
      rules.add(new Rule(name, when(when), effect(section), limits(limits)));
      when.noOthers();
      limits.noOthers();
      section.noOthers();
    }
    return rules;
  }

  private When when(Section section) {
    return new When(
        known(section, "people", names.people(), "a person under people:"),
        known(section, "groups", names.groups(), "a group under groups:, or of a person"),
        known(section, "roles", PolicyNames.ROLES, "a role"),
        known(section, "services", names.services(), "a service under services:"),
        known(section, "environments", names.environments(), "an environment of a service"),
        known(section, "sinks", PolicyNames.SINKS, "a sink"),
        known(section, "types", names.types(), "a type; your own go under custom-types"),
        listed(section, "fields"),
        section.flag("subject"),
        number(section, "minutes", 24 * 60),
        hours(section),
        holidays(section, "on"),
        holidays(section, "not-on"),
        networks(section),
        pattern(section, "ticket"));
  }

  /** A list that is there and empty would match nothing: nobody means that. */
  private static Optional<Set<String>> listed(Section section, String key) {
    Set<String> listed = section.names(key);
    if (!section.has(key)) return Optional.empty();
    if (listed.isEmpty())
      section.fault(key, "is empty, so that the rule never matches; leave it out to mean all");
    return Optional.of(listed);
  }

  private static Optional<Set<String>> known(
      Section section, String key, Set<String> known, String what) {
    Optional<Set<String>> listed = listed(section, key);
    listed.ifPresent(all -> PolicyNames.check(section, key, all, known, what));
    return listed;
  }

  private Optional<List<Hours>> hours(Section section) {
    List<Hours> all = new ArrayList<>();
    List<Section> sections = section.sections("hours");
    if (!section.has("hours")) return Optional.empty();
    for (Section one : sections) {
      Set<DayOfWeek> days = days(one);
      LocalTime from = time(one, "from");
      LocalTime until = time(one, "until");
      all.add(new Hours(days, from, until, names.zone(one)));
      one.noOthers();
    }
    if (all.isEmpty()) section.fault("hours", "is empty, so that the rule never matches");
    return Optional.of(all);
  }

  private static Set<DayOfWeek> days(Section section) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String name : section.names("days")) {
      DayOfWeek found = null;
      for (DayOfWeek day : DayOfWeek.values()) {
        if (day.name().toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT))
            && name.length() >= 3) found = day;
      }
      if (found == null) section.fault("days", "has the unknown '" + name + "'; write mon to sun");
      else days.add(found);
    }
    if (!section.has("days")) days.addAll(EnumSet.allOf(DayOfWeek.class));
    return days;
  }

  private static LocalTime time(Section section, String key) {
    return parsed(
        section,
        key,
        section.required(key),
        LocalTime::parse,
        "a time such as \"08:30\"",
        LocalTime.MIDNIGHT);
  }

  private Optional<Holidays> holidays(Section section, String key) {
    Optional<String> calendar = section.text(key);
    calendar.ifPresent(
        name ->
            PolicyNames.check(
                section,
                key,
                Set.of(name),
                names.calendars().keySet(),
                "a calendar under calendars:"));
    return calendar.map(
        name -> new Holidays(name, names.calendars().getOrDefault(name, Set.of()), names.zone()));
  }

  private static Optional<List<AddressRange>> networks(Section section) {
    Optional<Set<String>> listed = listed(section, "networks");
    List<AddressRange> ranges = new ArrayList<>();
    for (String text : listed.orElse(Set.of())) {
      try {
        ranges.add(AddressRange.of(text));
      } catch (IllegalArgumentException e) {
        section.fault("networks", "has a fault: " + e.getMessage());
      }
    }
    return listed.map(all -> ranges);
  }

  private static Optional<Pattern> pattern(Section section, String key) {
    return section
        .text(key)
        .map(
            text ->
                parsed(
                    section,
                    key,
                    text,
                    Pattern::compile,
                    "a regular expression such as INC-[0-9]+",
                    Pattern.compile("(?!)")));
  }

  private Effect effect(Section section) {
    long said = List.of("deny", "approve", "needs").stream().filter(section::has).count();
    if (said != 1)
      section.fault("name", "must have exactly one of deny, approve and needs beside it");
    Optional<String> deny = section.text("deny");
    Section approve = section.section("approve");
    List<Section> needs = section.sections("needs");
    if (section.has("approve")) return approve(approve);
    if (section.has("needs")) return needs(section, needs);
    return new Effect.Deny(deny.orElse("This is not allowed."));
  }

  private Effect approve(Section section) {
    String date = section.required("until");
    LocalDate until =
        parsed(
            section,
            "until",
            date,
            LocalDate::parse,
            "a date such as 2027-01-31: what is open to all is looked at again",
            null);
    section.noOthers();
    return new Effect.Approve(until == null ? NEVER : until.atStartOfDay(names.zone()).toInstant());
  }

  private Effect needs(Section section, List<Section> steps) {
    List<StageRule> stages = new ArrayList<>();
    for (Section one : steps) {
      StageRule stage =
          new StageRule(
              one.required("name"), (int) one.number("count", 1, 1, 10), whom(one), later(one));
      if (stage.whom().isNobody())
        one.fault("name", "asks nobody; name people, groups, lead, owner or on-call beside it");
      stages.add(stage);
      one.noOthers();
    }
    if (stages.isEmpty())
      section.fault("needs", "is empty; use approve to let something through at once");
    return new Effect.Needs(stages);
  }

  private Whom whom(Section section) {
    return new Whom(
        known(section, "people", names.approvers(), "a person with the role approver")
            .orElse(Set.of()),
        known(section, "groups", names.groups(), "a group").orElse(Set.of()),
        section.flag("lead").orElse(false),
        section.flag("owner").orElse(false),
        section.flag("on-call").orElse(false));
  }

  private Optional<StageRule.Later> later(Section stage) {
    Section section = stage.section("escalate");
    Duration after =
        section.duration(
            "after", Duration.ofMinutes(15), Duration.ofSeconds(1), Duration.ofHours(72));
    Whom whom = whom(section);
    section.noOthers();
    if (!stage.has("escalate")) return Optional.empty();
    if (whom.isNobody())
      section.fault("after", "asks nobody; name people, groups, lead, owner or on-call beside it");
    return Optional.of(new StageRule.Later(after, whom));
  }

  private static Limits limits(Section section) {
    return new Limits(
        number(section, "minutes", 24 * 60),
        number(section, "reveals", 1_000_000_000),
        (int) section.number("reason-length", 0, 0, 500),
        pattern(section, "ticket").map(List::of).orElse(List.of()),
        section.flag("subject").orElse(false));
  }

  private static Optional<Long> number(Section section, String key, long most) {
    long number = section.number(key, 1, 1, most);
    return section.has(key) ? Optional.of(number) : Optional.empty();
  }

  private static <T> T parsed(
      Section section, String key, String text, Function<String, T> parse, String form, T faulty) {
    try {
      return parse.apply(text);
    } catch (DateTimeException | PatternSyntaxException e) {
      if (!text.isEmpty()) section.fault(key, "must be " + form);
      return faulty;
    }
  }
}
