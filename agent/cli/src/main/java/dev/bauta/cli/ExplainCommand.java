package dev.bauta.cli;

import dev.bauta.engine.Mark;
import dev.bauta.engine.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: says what is found in a text and why, and what is not and why not. */
@Command(
    name = "explain",
    description = {
      "Says which rule finds what in a text, and why, and what is dropped, and why.",
      "With --column or --key: which rule decides for that place."
    },
    footer = {
      "",
      "The text is printed as it is. On standard input it stays out of the shell's history.",
      "Exit code: 0 explained, 2 something could not be read.",
      "",
      "Examples:",
      "  bauta explain \"order by jane@example.com\"",
      "  bauta explain --rules bauta.yaml --column customers.email"
    })
final class ExplainCommand implements Callable<Integer> {

  private static final int LONGEST = 1 << 16;

  /**
   * A decision for a place.
   *
   * @param mark null where the place is not personal
   */
  record Place(String kind, String name, Mark mark, String decidedBy) {}

  private final Streams streams;

  @Mixin private RulesOption rules;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description =
          "Which rule decides for a column: email, customers.email or crm.customers.email.")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "NAME",
      description = "Which rule decides for a JSON property, MDC key or log key.")
  private List<String> keys = new ArrayList<>();

  @Option(names = "--json", description = "Write the explanation as JSON.")
  private boolean json;

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..1",
      description = "The text; '-' or nothing is standard input, unless a place is asked for.")
  private String text;

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<Place> places = places();
    Explanation explanation =
        text == null && !places.isEmpty()
            ? null
            : Explanation.of(rules.rules("log").text(), given());
    if (json) {
      ExplainedJson.write(explanation, places, new JsonWriter(streams.printUtf8()));
    } else {
      PrintWriter out = streams.print();
      new ExplainedText(out, streams.ansi()).write(explanation, places);
      out.flush();
    }
    return ExitCodes.FINE;
  }

  private String given() {
    if (text != null && !text.equals(Inputs.STANDARD_INPUT)) {
      return text;
    }
    try (Inputs.Input in = Inputs.open(Inputs.STANDARD_INPUT, streams)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new CliException("the text is longer than 64 KiB; 'bauta scan' takes any length");
      }
      String all = new TextCodec().decode(bytes, 0, bytes.length);
      return all.endsWith("\n") ? all.substring(0, all.length() - 1) : all;
    } catch (IOException failed) {
      throw Inputs.unreadable(Inputs.STANDARD_INPUT, failed);
    }
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (String column : columns) {
      RuleSet set = rules.rules("jdbc");
      places.add(place("column", column, column(set, column), column(builtIn("jdbc"), column)));
    }
    for (String key : keys) {
      Mark mark = rules.rules("json").key(key);
      places.add(place("key", key, mark, builtIn("json").key(key)));
    }
    return places;
  }

  private Place place(String kind, String name, Mark mark, Mark builtIn) {
    boolean same =
        mark == null
            ? builtIn == null
            : builtIn != null
                && mark.type() == builtIn.type()
                && mark.numeric() == builtIn.numeric()
                && mark.masker().name().equals(builtIn.masker().name());
    String decidedBy =
        rules.file == null || same
            ? mark == null ? "no rule and no built-in name" : "a built-in name"
            : rules.file;
    return new Place(kind, name, mark, decidedBy);
  }

  private static RuleSet builtIn(String sink) {
    return RuleSet.builtIn().on(sink);
  }

  private static Mark column(RuleSet rules, String name) {
    int dot = name.lastIndexOf('.');
    return rules.column(dot < 0 ? null : name.substring(0, dot), name.substring(dot + 1));
  }
}
