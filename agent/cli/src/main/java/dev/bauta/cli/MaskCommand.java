package dev.bauta.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mask}: writes what it reads as a log sink would print it. */
@Command(
    name = "mask",
    description = {
      "Writes its input with the personal data masked, line by line, as a log would print it.",
      "What is not masked keeps its bytes and line ends. Gzip is unpacked."
    },
    footer = {
      "",
      "Exit code: 0 masked, 2 something could not be read, written or looked at.",
      "",
      "Example: bauta mask < app.log > app.masked.log"
    })
final class MaskCommand implements Callable<Integer> {

  private static final int BUFFER = 1 << 16;

  private final Streams streams;

  @Mixin private RulesOption rules;

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
    LineMasker masker = new LineMasker(rules.rules("log").text(), out);
    for (String file : files) {
      try (Inputs.Input in = Inputs.open(file, streams)) {
        masker.mask(new LineSource(in, out));
      } catch (IOException failed) {
        throw Inputs.unreadable(file, failed);
      }
    }
    if (streams.out().checkError()) {
      throw new CliException("cannot write to standard output: it is closed or full");
    }
    if (masker.failed() > 0) {
      throw new CliException(
          masker.failed()
              + " lines could not be looked at and are hidden whole; please report this");
    }
    return ExitCodes.FINE;
  }
}
