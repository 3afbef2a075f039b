package dev.bauta.engine;

import java.io.File;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code bauta.yaml}, read: its rules, and what else it says, for the agent. Immutable and
 * thread-safe.
 */
public final class RuleFile {

  private final RuleSet rules;
  private final Map<String, Option> options;
  private final Map<File, String> files;
  private final List<String> warnings;

  RuleFile(
      RuleSet rules, Map<String, Option> options, Map<File, String> files, List<String> warnings) {
    this.rules = rules;
    this.warnings = List.copyOf(warnings);
    this.options = Map.copyOf(options);
    this.files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /**
   * Reads a rule file, and from the file system those it includes.
   *
   * @param fileName as messages shall name it; what it includes is relative to it
   * @param yaml the text of the file; empty means no rules
   * @throws RuleFileException if it is not YAML or says what is not understood, or an example in it
   *     does not hold; it names all faults
   */
  public static RuleFile parse(String fileName, String yaml) {
    return new RuleFileReader(fileName).read(yaml);
  }

  /** The rules of the file on top of the built-in ones; never null. */
  public RuleSet rules() {
    return rules;
  }

  /**
   * All settings that are no rules, by name, joined with dots: {@code grants.url}. A list's values
   * are joined with commas. Never null; the names are not checked.
   */
  public Map<String, Option> options() {
    return options;
  }

  /** What is not wrong but should be changed, such as a key file that all may read; never null. */
  public List<String> warnings() {
    return warnings;
  }

  /** The files the rules were read from, this one first, and what was in them. */
  Map<File, String> files() {
    return files;
  }

  /**
   * A setting.
   *
   * @param value never null, empty for none
   * @param line of the file, from 1
   */
  public record Option(String value, int line) {}
}
