package dev.bauta.service.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules a request is checked against. Immutable; {@code version} names this exact content and
 * is written into every request, grant and audit record.
 *
 * @param decideWithin how long a request waits for a decision
 */
public record Policy(
    String version, Map<String, ServicePolicy> services, int reasonLength, Duration decideWithin) {
  private static final int LONGEST_TEXT = 1000;
  private static final String LOG = "log";

  public Policy {
    services = Map.copyOf(services);
  }

  public Optional<ServicePolicy> service(String name) {
    return Optional.ofNullable(services.get(name));
  }

  /** Whether this person decides for that service at all. */
  public boolean approves(String person, String service) {
    return service(service).map(s -> s.approvers().contains(person)).orElse(false);
  }

  /** What that person may read without the role of an auditor. */
  public Viewer viewer(String person) {
    Set<String> approved = new TreeSet<>();
    services.values().stream()
        .filter(s -> s.approvers().contains(person))
        .forEach(s -> approved.add(s.name()));
    return new Viewer(person, approved);
  }

  /**
   * All that is wrong with it, in the order of the form; empty when it can be asked. Cheap: no
   * store, no network.
   */
  public List<Fault> faults(NewRequest wanted, String requester) {
    List<Fault> faults = new ArrayList<>();
    Optional<ServicePolicy> known = service(wanted.service());
    if (known.isEmpty()) {
      faults.add(
          new Fault("service", "Unknown service; known are " + list(services.keySet()) + "."));
    } else {
      check(wanted, requester, known.get(), faults);
    }
    checkTexts(wanted, faults);
    return faults;
  }

  private static void check(
      NewRequest wanted, String requester, ServicePolicy service, List<Fault> faults) {
    if (!service.environments().contains(wanted.environment())) {
      faults.add(
          new Fault(
              "environment",
              "Unknown environment of "
                  + service.name()
                  + "; known are "
                  + list(service.environments())
                  + "."));
    }
    checkSinks(wanted, service, faults);
    checkTypes(wanted, service, faults);
    if (!wanted.fields().isAny() && wanted.fields().names().isEmpty()) {
      faults.add(new Fault("fields", "No field named; name fields, or ask for \"*\"."));
    }
    long longest = service.longest().toMinutes();
    if (wanted.minutes() < 1 || wanted.minutes() > longest) {
      faults.add(new Fault("minutes", "Must be from 1 to " + longest + "."));
    }
    wanted
        .maxReveals()
        .filter(n -> n < 1 || n > service.maxReveals())
        .ifPresent(
            n ->
                faults.add(
                    new Fault("maxReveals", "Must be from 1 to " + service.maxReveals() + ".")));
    // people other than the requester: a request that nobody can approve would wait for nothing
    if (service.approvers().stream().filter(a -> !a.equals(requester)).count()
        < service.approvals()) {
      faults.add(
          new Fault(
              "service",
              "Nobody else can approve for "
                  + service.name()
                  + "; ask an administrator to name approvers."));
    }
  }

  private static void checkSinks(NewRequest wanted, ServicePolicy service, List<Fault> faults) {
    if (wanted.sinks().contains(LOG)) {
      faults.add(
          new Fault(
              "sinks",
              "Logs are not unmasked: a log line is read by everybody with access to the log, for as long as it is kept. Ask for "
                  + list(service.sinks())
                  + "."));
    } else if (wanted.sinks().isEmpty() || !service.sinks().containsAll(wanted.sinks())) {
      faults.add(new Fault("sinks", "Name one or more of " + list(service.sinks()) + "."));
    }
  }

  private static void checkTypes(NewRequest wanted, ServicePolicy service, List<Fault> faults) {
    if (wanted.types().isEmpty() || !service.types().containsAll(wanted.types())) {
      faults.add(new Fault("types", "Name one or more of " + list(service.types()) + "."));
    }
  }

  private void checkTexts(NewRequest wanted, List<Fault> faults) {
    int length = wanted.reason().codePointCount(0, wanted.reason().length());
    if (length < reasonLength || length > LONGEST_TEXT) {
      faults.add(
          new Fault(
              "reason", "Say why, in " + reasonLength + " to " + LONGEST_TEXT + " characters."));
    }
    wanted
        .subject()
        .filter(s -> s.length() > LONGEST_TEXT)
        .ifPresent(s -> faults.add(new Fault("subject", "Too long.")));
    wanted
        .ticket()
        .filter(s -> s.length() > LONGEST_TEXT)
        .ifPresent(s -> faults.add(new Fault("ticket", "Too long.")));
  }

  private static String list(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }
}
