package dev.bauta.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code version}: what this jar is. */
@Command(
    name = "version",
    description = "Prints the version of this jar and of the Java it runs on.",
    footer = {"", "Exit code: 0."})
final class VersionCommand implements Callable<Integer> {

  private final Streams streams;

  VersionCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    PrintWriter out = streams.print();
    out.println("Bauta " + Version.number() + ", Java " + Runtime.version());
    out.flush();
    return ExitCodes.FINE;
  }
}
