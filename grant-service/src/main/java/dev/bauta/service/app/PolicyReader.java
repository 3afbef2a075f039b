package dev.bauta.service.app;

import dev.bauta.service.access.AskIn;
import dev.bauta.service.access.Circle;
import dev.bauta.service.access.Person;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.ServicePolicy;
import dev.bauta.service.policy.Rule;
import dev.bauta.service.policy.Rules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a policy: from a file of its own, or, the short form, from {@code policy:} and {@code
 * services:} of the service's configuration, where each service names its approvers.
 */
final class PolicyReader {
  private static final Set<String> TYPES =
      Set.of(
          "email",
          "phone",
          "payment-card",
          "us-ssn",
          "iban",
          "ipv4",
          "ipv6",
          "jwt",
          "secret",
          "name",
          "address",
          "date-of-birth");

  private final List<Person> people;
  // what the policy's version is the hash of
  private final StringBuilder content = new StringBuilder();

  PolicyReader(List<Person> people) {
    this.people = people;
  }

  /**
   * The short form.
   *
   * @param root the configuration's
   */
  Policy readShort(Section root) {
    Section general = root.section("policy");
    general.text("file"); // without a value
    general.text("change-approvals"); // where the policy has a file of its own
    Policy policy = read(general, root, false);
    general.noOthers();
    return policy;
  }

  /**
   * A file of its own.
   *
   * @param root the file's
   * @param text all of it
   */
  Policy readWhole(Section root, String text) {
    content.append(text);
    Policy policy = read(root, root, true);
    root.noOthers();
    return policy;
  }

  private Policy read(Section general, Section root, boolean whole) {
    int reasonLength = (int) general.number("reason-length", 15, 1, 500);
    Duration decideWithin =
        general.duration(
            "decide-within", Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofHours(72));
    long maxMinutes = general.number("max-minutes", 60, 1, 24 * 60);
    long maxReveals = general.number("max-reveals", 1000, 1, 1_000_000_000);
    Set<String> types = new TreeSet<>(TYPES);
    types.addAll(general.names("custom-types"));

    content.append(reasonLength).append(' ').append(decideWithin).append('\n');
    Map<String, ServicePolicy> services = new TreeMap<>();
    List<Rule> rules = new ArrayList<>();
    for (Section section : root.sections("services")) {
      ServicePolicy service = service(section, types, maxMinutes, maxReveals);
      if (services.put(service.name(), service) != null)
        section.fault("name", "is there twice; every service has one entry");
      approvers(section).ifPresent(rules::add);
      content.append(line(service)).append('\n');
      section.noOthers();
    }
    if (!whole) return policy(services, rules, Map.of(), reasonLength, decideWithin);
    Set<String> known = new TreeSet<>();
    people.forEach(person -> known.add(person.name()));
    Map<String, Set<String>> groups = PolicyNames.groups(root, known);
    Map<String, Set<LocalDate>> calendars = PolicyNames.calendars(root);
    PolicyNames names =
        new PolicyNames(
            known,
            approvers(),
            groups(groups.keySet()),
            services.keySet(),
            environments(services),
            types,
            calendars,
            PolicyNames.zone(root, ZoneOffset.UTC));
    RuleReader reader = new RuleReader(names);
    rules.addAll(reader.read(root));
    Rules emergencies = new Rules(reader.readEmergencies(root));
    Duration reviewWithin =
        root.duration(
            "review-within", Duration.ofHours(24), Duration.ofMinutes(1), Duration.ofHours(720));
    Policy policy = policy(services, rules, groups, reasonLength, decideWithin);
    return new Policy(
        policy.version(),
        policy.services(),
        policy.rules(),
        policy.circle(),
        reasonLength,
        decideWithin,
        emergencies,
        reviewWithin);
  }

  private Policy policy(
      Map<String, ServicePolicy> services,
      List<Rule> rules,
      Map<String, Set<String>> groups,
      int reasonLength,
      Duration decideWithin) {
    for (Person person : people) content.append(line(person)).append('\n');
    return new Policy(
        version(),
        services,
        new Rules(rules),
        new Circle(people, groups),
        reasonLength,
        decideWithin);
  }

  private static String line(ServicePolicy service) {
    return String.join(
        "|",
        service.name(),
        new TreeSet<>(service.environments()).toString(),
        new TreeSet<>(service.sinks()).toString(),
        new TreeSet<>(service.types()).toString(),
        service.owner().orElse(""),
        new TreeSet<>(service.onCall()).toString(),
        service.longest().toString(),
        Long.toString(service.maxReveals()));
  }

  private static String line(Person person) {
    return String.join(
        "|",
        person.name(),
        new TreeSet<>(person.roles()).toString(),
        new TreeSet<>(person.groups()).toString(),
        person.lead().orElse(""));
  }

  private String version() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(content.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Set<String> approvers() {
    Set<String> approvers = new TreeSet<>();
    for (Person person : people) {
      if (person.has(Role.APPROVER)) approvers.add(person.name());
    }
    return approvers;
  }

  private Set<String> groups(Set<String> named) {
    Set<String> groups = new TreeSet<>(named);
    people.forEach(person -> groups.addAll(person.groups()));
    return groups;
  }

  private static Set<String> environments(Map<String, ServicePolicy> services) {
    Set<String> environments = new HashSet<>();
    services.values().forEach(service -> environments.addAll(service.environments()));
    return environments;
  }

  private ServicePolicy service(
      Section section, Set<String> knownTypes, long maxMinutes, long maxReveals) {
    String name = section.required("name");
    Set<String> environments = section.names("environments");
    if (environments.isEmpty())
      section.fault("environments", "is empty; name at least one, such as [production]");
    Set<String> sinks = orAll(section, "sinks", PolicyNames.SINKS);
    if (sinks.contains("log"))
      section.fault("sinks", "has 'log'; logs are never unmasked in place; known are jdbc, json");
    else PolicyNames.check(section, "sinks", sinks, PolicyNames.SINKS, "a sink");
    Set<String> types = orAll(section, "types", knownTypes);
    PolicyNames.check(
        section,
        "types",
        types,
        knownTypes,
        "a type; your own are named under policy.custom-types");
    Optional<String> owner = section.text("owner");
    owner.ifPresent(person -> checkPerson(section, "owner", person));
    Set<String> onCall = section.names("on-call");
    onCall.forEach(person -> checkPerson(section, "on-call", person));
    return new ServicePolicy(
        name,
        environments,
        sinks,
        types,
        owner,
        onCall,
        Duration.ofMinutes(section.number("max-minutes", maxMinutes, 1, 24 * 60)),
        section.number("max-reveals", maxReveals, 1, 1_000_000_000),
        askIn(section));
  }

  private static AskIn askIn(Section section) {
    String word = section.text("ask-in").orElse("channel");
    for (AskIn known : AskIn.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(word)) return known;
    }
    section.fault("ask-in", "has the unknown '" + word + "'; known are channel, direct, both");
    return AskIn.CHANNEL;
  }

  /** The short form: a service that names who approves. */
  private Optional<Rule> approvers(Section section) {
    String service = section.text("name").orElse("");
    Set<String> approvers = section.names("approvers");
    int approvals = (int) section.number("approvals", 1, 1, 10);
    if (!section.has("approvers") && !section.has("approvals")) return Optional.empty();
    if (approvers.isEmpty())
      section.fault("approvers", "is empty; name at least one person under people:");
    for (String approver : approvers) checkPerson(section, "approvers", approver);
    content.append(new TreeSet<>(approvers)).append(approvals).append('\n');
    if (approvals > approvers.size())
      section.fault("approvals", "asks for more people than approvers has");
    return Optional.of(Rule.ofApprovers(service, approvals, approvers));
  }

  private static Set<String> orAll(Section section, String key, Set<String> all) {
    Set<String> named = section.names(key);
    return section.has(key) ? named : all; // left out means all known; an empty list means none
  }

  private void checkPerson(Section section, String key, String name) {
    Optional<Person> person = people.stream().filter(p -> p.name().equals(name)).findFirst();
    if (person.isEmpty())
      section.fault(key, "names '" + name + "', who is not under people:; add the person there");
    else if (!person.get().has(Role.APPROVER))
      section.fault(
          key, "names '" + name + "', who lacks the role; add approver to the person's roles");
  }
}
