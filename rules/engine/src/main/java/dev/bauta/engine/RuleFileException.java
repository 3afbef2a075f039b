package dev.bauta.engine;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule file is wrong. The message has one line for each fault: file, line, column, fault and
 * remedy.
 */
public final class RuleFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;
  private final transient Map<String, RuleFile.Option> options;
  private final transient Map<File, String> files;

  RuleFileException(
      List<String> faults, Map<String, RuleFile.Option> options, Map<File, String> files) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
    this.options = Map.copyOf(options);
    this.files = new LinkedHashMap<>(files);
  }

  /** What is wrong, one text each, in the order of the files' lines. */
  public List<String> faults() {
    return faults;
  }

  /** The settings that are no rules, as {@link RuleFile#options}, as far as they can be read. */
  public Map<String, RuleFile.Option> options() {
    return options;
  }

  /** The files looked for, and what was in them; null for one that can't be read. */
  Map<File, String> files() {
    return files;
  }
}
