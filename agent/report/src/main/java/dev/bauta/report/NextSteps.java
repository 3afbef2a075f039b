package dev.bauta.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a team does with a report. */
final class NextSteps {

  private NextSteps() {}

  /**
   * The rules for places that were recognised by content only, one a place: of the type that was
   * seen there, or of {@code pii} where there were several.
   */
  static List<String> rules(Report report) {
    Map<String, Set<String>> types = new LinkedHashMap<>();
    for (Seen seen : report.seen()) {
      if (seen.ruledPlace() != null) {
        types.computeIfAbsent(seen.ruledPlace(), p -> new TreeSet<>()).add(seen.type());
      }
    }
    List<String> rules = new ArrayList<>();
    types.forEach(
        (place, seen) -> {
          boolean one = seen.size() == 1;
          String type = one ? seen.iterator().next() : "pii";
          String others = one ? "" : "  # " + String.join(", ", seen);
          rules.add("- {" + place + ", type: " + type + "}" + others);
        });
    return rules;
  }

  /** The options that hide what was only looked at. */
  static List<String> options(Report report) {
    TreeMap<String, String> options = new TreeMap<>();
    for (Jvm jvm : report.jvms()) {
      jvm.modes()
          .forEach(
              (sink, mode) -> {
                if (mode.equals("observe")) {
                  options.put(sink, "  " + sink + ": mask");
                }
              });
    }
    return List.copyOf(options.values());
  }
}
