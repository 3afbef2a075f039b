package dev.bauta.cli;

import dev.bauta.engine.RuleFile;
import dev.bauta.engine.RuleFileException;
import dev.bauta.engine.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --rules} and {@code --sink}: which rules a command works with. */
final class RulesOption {

  private static final String SINKS = "log, jdbc, json";

  @Option(
      names = {"-r", "--rules"},
      paramLabel = "FILE",
      description = "The rule file (bauta.yaml). Without it: the built-in rules.")
  String file;

  @Option(
      names = "--sink",
      paramLabel = "SINK",
      description = "The sink whose rules hold: log, jdbc or json.")
  String sink;

  /** The rules asked for, in the sink asked for, or in this one. */
  RuleSet rules(String otherwise) {
    String name = sink == null ? otherwise : sink;
    if (!name.equals("log") && !name.equals("jdbc") && !name.equals("json")) {
      throw new CliException("--sink: '" + name + "' is not known; use one of " + SINKS);
    }
    return read().on(name);
  }

  private RuleSet read() {
    if (file == null) {
      return RuleSet.builtIn();
    }
    try {
      return RuleFile.parse(file, text(file)).rules();
    } catch (RuleFileException wrong) {
      throw new CliException(wrong.getMessage());
    }
  }

  /** The text of a rule file. */
  static String text(String file) {
    try {
      return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    } catch (java.nio.charset.CharacterCodingException foreign) {
      throw new CliException("cannot read '" + file + "': it is not UTF-8; save it as that");
    } catch (IOException failed) {
      throw Inputs.unreadable(file, failed);
    }
  }
}
