package dev.bauta.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** A scan's report for people. */
final class TextReport {

  private final PrintWriter out;
  private final Ansi ansi;

  TextReport(Streams streams) {
    this.out = streams.print();
    this.ansi = streams.ansi();
  }

  void write(List<FileReport> reports) {
    for (FileReport report : reports) {
      write(report);
    }
    if (reports.size() > 1) {
      long found = reports.stream().mapToLong(FileReport::count).sum();
      out.printf(Locale.ROOT, "%,d found in %d files%n", found, reports.size());
    }
    out.flush();
  }

  private void write(FileReport report) {
    String name = report.name().equals(Inputs.STANDARD_INPUT) ? "standard input" : report.name();
    if (report.count() == 0) {
      out.printf(Locale.ROOT, "%s: nothing found in %s%n", name, lines(report.lines()));
      return;
    }
    out.printf(
        Locale.ROOT,
        "%s: %,d found, in %,d of %s%n",
        name,
        report.count(),
        report.linesWithFindings(),
        lines(report.lines()));
    int width = 0;
    for (FileReport.Found found : report.types()) {
      width = Math.max(width, found.type().id().length());
    }
    for (FileReport.Found found : report.types()) {
      String id = String.format(Locale.ROOT, "%-" + width + "s", found.type().id());
      out.printf(
          Locale.ROOT,
          "  %s  %,8d  %s%n",
          ansi.string("@|bold " + id + "|@"),
          found.count(),
          places(found, report.mostPlaces()));
      writeValues(found);
    }
  }

  private static String lines(long count) {
    return String.format(Locale.ROOT, count == 1 ? "%,d line" : "%,d lines", count);
  }

  private static String places(FileReport.Found found, int most) {
    List<Long> lines = found.lines();
    String first =
        lines.stream().limit(most).map(String::valueOf).collect(Collectors.joining(", "));
    if (first.isEmpty()) {
      return "";
    }
    return (lines.size() == 1 ? "line " : "lines ") + first + (lines.size() > most ? ", ..." : "");
  }

  private void writeValues(FileReport.Found found) {
    for (FileReport.Place place : found.places()) {
      if (place.value() != null) {
        out.printf(Locale.ROOT, "      %d:%d  %s%n", place.line(), place.column(), place.value());
      }
    }
  }
}
