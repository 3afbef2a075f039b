package dev.bauta.cli;

import dev.bauta.engine.RuleFile;
import dev.bauta.engine.RuleFileException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: says what is wrong with rule files, all of it. */
@Command(
    name = "check",
    description = {
      "Checks rule files and runs the tests inside them.",
      "Names every fault with its line, column and remedy, not only the first."
    },
    footer = {
      "",
      "Exit code: 0 all are right, 1 faults were found, 2 something could not be read.",
      "",
      "Example: bauta check bauta.yaml"
    })
final class CheckCommand implements Callable<Integer> {

  private final Streams streams;

  @Option(names = "--json", description = "Write the faults as JSON.")
  private boolean json;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The rule files.")
  private List<String> files;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<CheckedFile> checked = new ArrayList<>();
    boolean wrong = false;
    for (String file : files) {
      CheckedFile one = check(file);
      wrong |= !one.faults().isEmpty();
      checked.add(one);
    }
    if (json) {
      writeJson(checked);
    } else {
      writeText(checked);
    }
    return wrong ? ExitCodes.FOUND : ExitCodes.FINE;
  }

  private static CheckedFile check(String file) {
    String text = RulesOption.text(file);
    try {
      return new CheckedFile(file, List.of(), RuleFile.parse(file, text).warnings());
    } catch (RuleFileException wrong) {
      return new CheckedFile(file, Fault.all(wrong.getMessage()), List.of());
    }
  }

  private void writeText(List<CheckedFile> checked) {
    PrintWriter out = streams.print();
    for (CheckedFile file : checked) {
      file.faults().forEach(out::println);
      file.warnings().forEach(warning -> out.println(file.name() + ": warning: " + warning));
      int count = file.faults().size();
      out.println(
          file.name()
              + (count == 0 ? ": fine" : count == 1 ? ": 1 fault" : ": " + count + " faults"));
    }
    out.flush();
  }

  private void writeJson(List<CheckedFile> checked) {
    JsonWriter out = new JsonWriter(streams.printUtf8());
    out.object().name("files").array();
    for (CheckedFile file : checked) {
      out.object();
      out.name("file").value(file.name());
      out.name("valid").value(file.faults().isEmpty());
      out.name("faults").array();
      for (Fault fault : file.faults()) {
        out.object();
        out.name("file").value(fault.file());
        out.name("line").value(fault.line());
        if (fault.column() > 0) {
          out.name("column").value(fault.column());
        }
        out.name("message").value(fault.message());
        out.endObject();
      }
      out.endArray();
      out.name("warnings").array();
      file.warnings().forEach(out::value);
      out.endArray().endObject();
    }
    out.endArray().endObject().end();
  }

  private record CheckedFile(String name, List<Fault> faults, List<String> warnings) {}
}
