package dev.bauta.service.app;

import dev.bauta.service.access.Person;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.ServicePolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code policy:} and {@code services:}. */
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
  private static final Set<String> SINKS = Set.of("jdbc", "json");

  private final List<Person> people;

  PolicyReader(List<Person> people) {
    this.people = people;
  }

  Policy read(Section root) {
    Section general = root.section("policy");
    int reasonLength = (int) general.number("reason-length", 15, 1, 500);
    Duration decideWithin =
        general.duration(
            "decide-within", Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofHours(72));
    long maxMinutes = general.number("max-minutes", 60, 1, 24 * 60);
    long maxReveals = general.number("max-reveals", 1000, 1, 1_000_000_000);
    Set<String> types = new TreeSet<>(TYPES);
    types.addAll(general.names("custom-types"));
    general.noOthers();

    Map<String, ServicePolicy> services = new TreeMap<>();
    for (Section section : root.sections("services")) {
      ServicePolicy service = service(section, types, maxMinutes, maxReveals);
      if (services.put(service.name(), service) != null)
        section.fault("name", "is there twice; every service has one entry");
    }
    return new Policy(
        version(services, reasonLength, decideWithin), services, reasonLength, decideWithin);
  }

  private ServicePolicy service(
      Section section, Set<String> knownTypes, long maxMinutes, long maxReveals) {
    String name = section.required("name");
    Set<String> environments = section.names("environments");
    if (environments.isEmpty())
      section.fault("environments", "is empty; name at least one, such as [production]");
    Set<String> sinks = orAll(section, "sinks", SINKS);
    if (sinks.contains("log"))
      section.fault("sinks", "has 'log'; logs are never unmasked in place; known are jdbc, json");
    else unknown(section, "sinks", sinks, SINKS, "");
    Set<String> types = orAll(section, "types", knownTypes);
    unknown(
        section,
        "types",
        types,
        knownTypes,
        "; a type of your own is named under policy.custom-types");
    Set<String> approvers = section.names("approvers");
    if (approvers.isEmpty())
      section.fault("approvers", "is empty; name at least one person under people:");
    for (String approver : approvers) checkApprover(section, approver);
    int approvals = (int) section.number("approvals", 1, 1, 10);
    if (approvals > approvers.size())
      section.fault("approvals", "asks for more people than approvers has");
    long minutes = section.number("max-minutes", maxMinutes, 1, 24 * 60);
    long reveals = section.number("max-reveals", maxReveals, 1, 1_000_000_000);
    section.noOthers();
    return new ServicePolicy(
        name,
        environments,
        sinks,
        types,
        approvers,
        approvals,
        Duration.ofMinutes(minutes),
        reveals);
  }

  private static Set<String> orAll(Section section, String key, Set<String> all) {
    Set<String> named = section.names(key);
    return section.has(key) ? named : all; // left out means all known; an empty list means none
  }

  private static void unknown(
      Section section, String key, Set<String> named, Set<String> known, String remedy) {
    for (String name : named) {
      if (!known.contains(name)) {
        section.fault(
            key,
            "has the unknown '"
                + name
                + "'; known are "
                + String.join(", ", new TreeSet<>(known))
                + remedy);
      }
    }
  }

  private void checkApprover(Section section, String name) {
    Person person = people.stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
    if (person == null)
      section.fault(
          "approvers", "names '" + name + "', who is not under people:; add the person there");
    else if (!person.has(Role.APPROVER))
      section.fault(
          "approvers",
          "names '" + name + "', who lacks the role; add approver to the person's roles");
  }

  private static String version(
      Map<String, ServicePolicy> services, int reasonLength, Duration decideWithin) {
    StringBuilder content =
        new StringBuilder().append(reasonLength).append(' ').append(decideWithin).append('\n');
    for (ServicePolicy s : services.values()) {
      content
          .append(s.name())
          .append('|')
          .append(new TreeSet<>(s.environments()))
          .append('|')
          .append(new TreeSet<>(s.sinks()))
          .append('|')
          .append(new TreeSet<>(s.types()))
          .append('|')
          .append(new TreeSet<>(s.approvers()))
          .append('|')
          .append(s.approvals())
          .append('|')
          .append(s.longest())
          .append('|')
          .append(s.maxReveals())
          .append('\n');
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(content.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
