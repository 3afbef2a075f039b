package dev.bauta.cli;

import dev.bauta.report.HtmlPage;
import dev.bauta.report.Report;
import dev.bauta.report.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: what agents saw in several JVMs, as one. */
@Command(
    name = "report",
    description = {
      "Merges what agents saw where sinks are in 'observe' mode (option observe.report).",
      "Names places, types and numbers; there are no values in it."
    },
    footer = {
      "",
      "Exit code: 0 fine, 2 a file could not be read or is no report.",
      "",
      "Example: bauta report --format html /var/log/*/bauta-report.json > report.html"
    })
final class ReportCommand implements Callable<Integer> {

  /** How it is printed. */
  enum Format {
    text,
    json,
    html
  }

  private final Streams streams;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Reports as JSON; '-' is standard input.")
  private List<String> files;

  ReportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<Report> reports = new ArrayList<>();
    for (String file : files) {
      reports.add(read(file));
    }
    Report merged = Report.merged(reports);
    PrintWriter out = format == Format.text ? streams.print() : streams.printUtf8();
    out.print(
        switch (format) {
          case text -> TextTable.of(merged);
          case json -> merged.toJson();
          case html -> HtmlPage.of(merged);
        });
    out.flush();
    return ExitCodes.FINE;
  }

  private Report read(String file) {
    try (Inputs.Input in = Inputs.open(file, streams)) {
      return Report.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw Inputs.unreadable(file, failed);
    } catch (IllegalArgumentException wrong) {
      throw new CliException("'" + file + "': " + wrong.getMessage());
    }
  }
}
