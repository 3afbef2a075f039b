package dev.bauta.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What a team does with a report. */
final class NextSteps {

  private NextSteps() {}

  /** The rules for places that were recognised by content only, each once. */
  static List<String> rules(Report report) {
    Set<String> rules = new LinkedHashSet<>();
    for (Seen seen : report.seen()) {
      if (seen.rule() != null) {
        rules.add(seen.rule());
      }
    }
    return List.copyOf(rules);
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
