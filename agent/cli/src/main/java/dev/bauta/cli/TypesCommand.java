package dev.bauta.cli;

import dev.bauta.engine.Catalogue;
import dev.bauta.engine.Catalogue.TypeEntry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code types}: the kinds of personal data that are known. */
@Command(
    name = "types",
    description = "Lists the built-in types with an example of each, as it is printed.",
    footer = {"", "Exit code: 0."})
final class TypesCommand implements Callable<Integer> {

  private final Streams streams;

  @Option(names = "--json", description = "Write them as JSON.")
  private boolean json;

  TypesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (json) {
      writeJson(Catalogue.types());
    } else {
      writeText(Catalogue.types());
    }
    return ExitCodes.FINE;
  }

  private void writeText(List<TypeEntry> types) {
    PrintWriter out = streams.print();
    for (TypeEntry type : types) {
      out.printf(Locale.ROOT, "%-20s%s%n", type.id(), type.what());
      if (type.example() != null) {
        out.printf(Locale.ROOT, "%-20s%s -> %s%n", "", type.example(), type.masked());
      }
    }
    out.flush();
  }

  private void writeJson(List<TypeEntry> types) {
    JsonWriter out = new JsonWriter(streams.printUtf8());
    out.object().name("types").array();
    for (TypeEntry type : types) {
      out.object();
      out.name("type").value(type.id());
      out.name("what").value(type.what());
      out.optional("example", type.example());
      out.optional("masked", type.masked());
      out.endObject();
    }
    out.endArray().endObject().end();
  }
}
