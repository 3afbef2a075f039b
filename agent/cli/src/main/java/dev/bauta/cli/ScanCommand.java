package dev.bauta.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scan}: says what is in files, and where, without showing it. */
@Command(
    name = "scan",
    description = {
      "Says which personal data is in files, and where: counts and lines for each type.",
      "Never the values, unless --show-values asks for them. Gzip is unpacked.",
      "Memory stays the same, however long the files and their lines are."
    },
    footer = {
      "",
      "Exit code: 0 done, 1 something was found and --fail-on-findings is given,",
      "2 something could not be read.",
      "",
      "Example: bauta scan --format sarif --fail-on-findings app.log > app.sarif"
    })
final class ScanCommand implements Callable<Integer> {

  /** How the report is written. */
  enum Format {
    text,
    json,
    sarif
  }

  private static final int TEXT_PLACES = 20;
  private static final int MACHINE_PLACES = 1000;

  private final Streams streams;

  @Mixin private RulesOption rules;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default), json, or sarif (2.1.0, for code scanning).")
  private Format format;

  @Option(
      names = "--types",
      paramLabel = "TYPE",
      split = ",",
      description = "Only these types, such as email,iban,national-id-*.")
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--max-locations",
      paramLabel = "N",
      description =
          "Places kept of each type and file; the rest is counted. Default: 20, or 1000 for json and sarif.")
  private Integer maxLocations;

  @Option(names = "--show-values", description = "Print the values found. They are personal data.")
  private boolean showValues;

  @Option(names = "--fail-on-findings", description = "End with exit code 1 if anything is found.")
  private boolean failOnFindings;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      defaultValue = Inputs.STANDARD_INPUT,
      description = "What to read; '-' or nothing is standard input.")
  private List<String> files;

  ScanCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    TypeFilter wanted = new TypeFilter(types);
    LineScanner scanner = new LineScanner(rules.rules("log").text(), wanted, showValues);
    List<FileReport> reports = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (String file : files) {
      try {
        reports.add(scan(file, scanner));
      } catch (CliException failed) {
        unreadable.add(failed.getMessage());
      }
    }
    write(reports);
    unreadable.forEach(message -> streams.err().println("bauta scan: " + message));
    if (!unreadable.isEmpty()) {
      return ExitCodes.FAILED;
    }
    boolean found = reports.stream().anyMatch(report -> report.count() > 0);
    return found && failOnFindings ? ExitCodes.FOUND : ExitCodes.FINE;
  }

  private FileReport scan(String file, LineScanner scanner) {
    FileReport report = new FileReport(file, mostPlaces());
    try (Inputs.Input in = Inputs.open(file, streams)) {
      Progress progress = new Progress(streams, file, in);
      scanner.scan(new LineSource(in, () -> {}), report, progress);
      progress.end();
      return report;
    } catch (IOException failed) {
      throw Inputs.unreadable(file, failed);
    }
  }

  private int mostPlaces() {
    if (maxLocations == null) {
      return format == Format.text ? TEXT_PLACES : MACHINE_PLACES;
    }
    if (maxLocations < 0) {
      throw new CliException("--max-locations: must be 0 or more");
    }
    return maxLocations;
  }

  private void write(List<FileReport> reports) {
    switch (format) {
      case text -> new TextReport(streams).write(reports);
      case json -> JsonReport.write(reports, streams);
      case sarif -> SarifReport.write(reports, streams);
    }
  }
}
