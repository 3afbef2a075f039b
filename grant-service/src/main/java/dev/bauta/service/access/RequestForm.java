package dev.bauta.service.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a request is filled in at all: known names, texts of a length. What the rules say to it
 * is another matter.
 *
 * @param reasonLength the shortest reason, in characters
 */
record RequestForm(Map<String, ServicePolicy> services, int reasonLength) {
  private static final int LONGEST_TEXT = 1000;
  private static final String LOG = "log";

  /** All that is wrong with it, in the order of the form. */
  List<Fault> faults(NewRequest wanted) {
    List<Fault> faults = new ArrayList<>();
    ServicePolicy known = services.get(wanted.service());
    if (known == null) {
      faults.add(
          new Fault("service", "Unknown service; known are " + list(services.keySet()) + "."));
    } else {
      check(wanted, known, faults);
    }
    checkTexts(wanted, faults);
    return faults;
  }

  private static void check(NewRequest wanted, ServicePolicy service, List<Fault> faults) {
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
    if (wanted.types().isEmpty() || !service.types().containsAll(wanted.types())) {
      faults.add(new Fault("types", "Name one or more of " + list(service.types()) + "."));
    }
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

  private void checkTexts(NewRequest wanted, List<Fault> faults) {
    int length = wanted.reasonCharacters();
    if (length < reasonLength || length > LONGEST_TEXT) {
      faults.add(
          new Fault(
              "reason", "Say why, in " + reasonLength + " to " + LONGEST_TEXT + " characters."));
    }
    tooLong("subject", wanted.subject(), faults);
    tooLong("ticket", wanted.ticket(), faults);
  }

  private static void tooLong(String field, Optional<String> text, List<Fault> faults) {
    if (text.filter(t -> t.length() > LONGEST_TEXT).isPresent())
      faults.add(new Fault(field, "Too long."));
  }

  private static String list(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }
}
