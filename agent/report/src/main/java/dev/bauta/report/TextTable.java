package dev.bauta.report;

import java.util.ArrayList;
import java.util.List;

/** A report as a table for a terminal. */
public final class TextTable {

  private static final String[] HEAD = {"COUNT", "TYPE", "SINK", "SERVICE", "PLACE"};

  private TextTable() {}

  /** The table, the libraries that need attention, and the rules to write. */
  public static String of(Report report) {
    StringBuilder out = new StringBuilder();
    if (report.seen().isEmpty()) {
      out.append("No personal data was seen.\n");
    } else {
      table(report, out);
    }
    for (Jvm jvm : report.jvms()) {
      for (Library library : jvm.libraries()) {
        if (library.state().equals("UNPROTECTED")) {
          out.append("\nUNPROTECTED: ").append(service(jvm.service())).append(": ");
          out.append(library.sink()).append(" of ").append(library.library()).append(": ");
          out.append(library.detail()).append('\n');
        }
      }
    }
    List<String> rules = NextSteps.rules(report);
    if (!rules.isEmpty()) {
      out.append("\nRules that hide these places as a whole (bauta.yaml):\n\nrules:\n");
      rules.forEach(rule -> out.append("  ").append(rule).append('\n'));
    }
    return out.toString();
  }

  /** A service's name, or words for none. */
  static String service(String name) {
    return name == null || name.isEmpty() ? "(no name)" : name;
  }

  private static void table(Report report, StringBuilder out) {
    List<String[]> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Seen seen : report.seen()) {
      rows.add(
          new String[] {
            Long.toString(seen.count()),
            seen.type(),
            seen.sink(),
            service(seen.service()),
            seen.place()
          });
    }
    int[] widths = new int[HEAD.length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      pad(out, widths[0] - row[0].length());
      out.append(row[0]);
      for (int i = 1; i < row.length; i++) {
        out.append("  ").append(row[i]);
        pad(out, i + 1 < row.length ? widths[i] - row[i].length() : 0);
      }
      out.append('\n');
    }
  }

  private static void pad(StringBuilder out, int count) {
    out.append(" ".repeat(count));
  }
}
