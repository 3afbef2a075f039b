package dev.bauta.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One fault of a rule file.
 *
 * @param line from 1, or 0 where the fault has no place
 * @param column from 1, or 0 where it is not known
 */
record Fault(String file, int line, int column, String message) {

  // the last colons that numbers follow: a path may have some of its own
  private static final Pattern PLACED =
      Pattern.compile("(.+?):(\\d{1,9})(?::(\\d{1,9}))?: (.*)", Pattern.DOTALL);

  /** The faults of an exception's message, which has one a line. */
  static List<Fault> all(String message) {
    List<Fault> faults = new ArrayList<>();
    for (String line : message.split("\n", -1)) {
      Matcher placed = PLACED.matcher(line);
      if (placed.matches()) {
        String column = placed.group(3);
        faults.add(
            new Fault(
                placed.group(1),
                Integer.parseInt(placed.group(2)),
                column == null ? 0 : Integer.parseInt(column),
                placed.group(4)));
      } else {
        faults.add(new Fault("", 0, 0, line));
      }
    }
    return faults;
  }

  /** As compilers print it. */
  @Override
  public String toString() {
    String column = this.column > 0 ? ":" + this.column : "";
    return line > 0 ? file + ":" + line + column + ": " + message : message;
  }
}
