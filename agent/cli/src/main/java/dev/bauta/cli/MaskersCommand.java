package dev.bauta.cli;

import dev.bauta.engine.Catalogue;
import dev.bauta.engine.Catalogue.MaskerEntry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code maskers}: the ways a value can be hidden. */
@Command(
    name = "maskers",
    description = "Lists the maskers with their settings and an example of each.",
    footer = {"", "Exit code: 0."})
final class MaskersCommand implements Callable<Integer> {

  private final Streams streams;

  @Option(names = "--json", description = "Write them as JSON.")
  private boolean json;

  MaskersCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (json) {
      writeJson(Catalogue.maskers());
    } else {
      writeText(Catalogue.maskers());
    }
    return ExitCodes.FINE;
  }

  private void writeText(List<MaskerEntry> maskers) {
    PrintWriter out = streams.print();
    for (MaskerEntry masker : maskers) {
      out.printf(Locale.ROOT, "%-10s%s%n", masker.name(), masker.description());
      out.printf(
          Locale.ROOT,
          "%-10s%s, %s: %s -> %s%n",
          "",
          masker.rule(),
          masker.type(),
          masker.example(),
          masker.masked());
      for (String setting : masker.settings()) {
        out.printf(Locale.ROOT, "%-12s%s%n", "", setting);
      }
    }
    out.flush();
  }

  private void writeJson(List<MaskerEntry> maskers) {
    JsonWriter out = new JsonWriter(streams.printUtf8());
    out.object().name("maskers").array();
    for (MaskerEntry masker : maskers) {
      out.object();
      out.name("masker").value(masker.name());
      out.name("what").value(masker.description());
      out.name("type").value(masker.type());
      out.name("example").value(masker.example());
      out.name("rule").value(masker.rule());
      out.name("masked").value(masker.masked());
      out.name("settings").array();
      masker.settings().forEach(out::value);
      out.endArray().endObject();
    }
    out.endArray().endObject().end();
  }
}
