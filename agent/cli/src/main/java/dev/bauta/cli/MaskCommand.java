package dev.bauta.cli;

import dev.bauta.engine.Disclosure;
import dev.bauta.engine.JsonMasker;
import dev.bauta.engine.RuleSet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mask}: writes what it reads as a log sink would print it. */
@Command(
    name = "mask",
    description = {
      "Writes its input with the personal data masked, as a log would print it.",
      "What is not masked keeps its bytes and line ends. Gzip is unpacked."
    },
    footer = {
      "",
      "Exit code: 0 masked, 2 something could not be read, written or looked at.",
      "",
      "Examples:",
      "  bauta mask < app.log > app.masked.log",
      "  bauta mask --json < events.ndjson"
    })
final class MaskCommand implements Callable<Integer> {

  private static final int BUFFER = 1 << 16;

  private final Streams streams;

  @Mixin private RulesOption rules;

  @Option(
      names = "--json",
      description =
          "The input is JSON, one document or many: keys decide too, and what comes out is JSON."
              + " The sink is then json, unless --sink says else.")
  private boolean json;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      defaultValue = Inputs.STANDARD_INPUT,
      description = "What to read, one after the other; '-' or nothing is standard input.")
  private List<String> files;

  MaskCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    OutputStream out = new BufferedOutputStream(streams.out(), BUFFER);
    Failures failures = new Failures();
    RuleSet set = rules.rules(json ? "json" : "log");
    for (String file : files) {
      mask(file, set, out, failures);
    }
    if (streams.out().checkError()) {
      throw new CliException("cannot write to standard output: it is closed or full");
    }
    if (failures.count() > 0) {
      throw new CliException(
          failures.count()
              + " texts could not be looked at and are hidden whole; please report this");
    }
    return ExitCodes.FINE;
  }

  private void mask(String file, RuleSet set, OutputStream out, Failures failures) {
    try {
      try (Inputs.Input in = Inputs.open(file, streams)) {
        if (json) {
          maskJson(new JsonMasker(set), new JsonDocuments(in, out), out, failures);
        } else {
          new LineMasker(set.text(), out, failures).mask(new LineSource(in, out));
        }
      } finally {
        out.flush(); // what was masked before a file turned out to be damaged
      }
    } catch (IOException failed) {
      throw Inputs.unreadable(file, failed);
    }
  }

  private static void maskJson(
      JsonMasker masker, JsonDocuments documents, OutputStream out, Failures failures)
      throws IOException {
    while (documents.next()) {
      byte[] bytes = documents.bytes();
      int start = documents.start();
      int end = documents.end();
      byte[] masked = masker.mask(bytes, start, end, Disclosure.NOTHING, failures);
      if (masked == null) {
        out.write(bytes, start, end - start);
      } else {
        out.write(masked);
      }
    }
    out.flush();
  }
}
