package dev.bauta.cli;

import dev.bauta.cli.ExplainCommand.Place;
import dev.bauta.cli.Explanation.Seen;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** An explanation for people: the text with marks under it, then each mark's reason. */
final class ExplainedText {

  private final PrintWriter out;
  private final Ansi ansi;

  ExplainedText(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  /**
   * @param explanation of the text, or null where none was given
   */
  void write(Explanation explanation, List<Place> places) {
    if (explanation != null) {
      writeMarked(explanation);
      write(explanation);
    }
    for (Place place : places) {
      write(place);
    }
  }

  private void writeMarked(Explanation explanation) {
    String text = explanation.text();
    for (int from = 0; from <= text.length(); ) {
      int feed = text.indexOf('\n', from);
      int to = feed < 0 ? text.length() : feed;
      out.println(printable(text.substring(from, to)));
      String marks = marks(explanation, from, to);
      if (!marks.isBlank()) {
        out.println(ansi.string("@|bold " + marks + "|@").stripTrailing());
      }
      from = to + 1;
    }
    out.println();
  }

  /** {@code ^} under what is found, {@code -} under what was dropped. */
  private static String marks(Explanation explanation, int from, int to) {
    StringBuilder marks = new StringBuilder();
    String text = explanation.text();
    for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
      marks.append(text.charAt(i) == '\t' ? '\t' : mark(explanation, i));
    }
    return marks.toString().stripTrailing();
  }

  private static char mark(Explanation explanation, int at) {
    for (Seen seen : explanation.found()) {
      if (seen.start() <= at && at < seen.end()) {
        return '^';
      }
    }
    for (Seen seen : explanation.dropped()) {
      if (seen.start() <= at && at < seen.end()) {
        return '-';
      }
    }
    return ' ';
  }

  private void write(Explanation explanation) {
    if (explanation.found().isEmpty()) {
      out.println("Nothing is found.");
    } else {
      out.println("Found (^):");
    }
    int number = 1;
    for (Seen seen : explanation.found()) {
      out.printf(
          Locale.ROOT,
          "  %d. %s at %s, by rule %s: printed as %s%n",
          number++,
          ansi.string("@|bold,red " + seen.type().id() + "|@"),
          place(seen),
          seen.rule(),
          printable(seen.masked()));
    }
    if (!explanation.dropped().isEmpty()) {
      out.println("Dropped (-):");
    }
    for (Seen seen : explanation.dropped()) {
      out.printf(
          Locale.ROOT,
          "  %s at %s, by rule %s: %s%n",
          seen.type().id(),
          place(seen),
          seen.rule(),
          seen.why());
    }
    if (!explanation.found().isEmpty()) {
      out.println("Printed as:");
      explanation.masked().lines().forEach(line -> out.println("  " + printable(line)));
    }
  }

  private static String place(Seen seen) {
    return (seen.start() + 1) + "-" + seen.end();
  }

  private void write(Place place) {
    if (place.mark() == null) {
      out.printf("%s %s: not personal (%s)%n", place.kind(), place.name(), place.decidedBy());
      return;
    }
    out.printf(
        "%s %s: %s, masker %s%s (%s)%n",
        place.kind(),
        place.name(),
        place.mark().type().id(),
        place.mark().masker().name(),
        place.mark().numeric() ? ", numbers too" : "",
        place.decidedBy());
  }

  /** Without the signs that would steer a terminal. */
  private static String printable(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean steers = c < ' ' && c != '\t' && c != '\n' || c >= 0x7F && c < 0xA0;
      plain.append(steers ? '?' : c);
    }
    return plain.toString();
  }
}
