package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.engine.RuleFile;
import dev.bauta.engine.RuleFileException;
import dev.bauta.engine.RuleSet;
import dev.bauta.engine.WatchedRules;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Reads the options from their four sources and checks them all before any is used, so that one
 * start names every fault.
 */
final class ConfigReader {

  /** A value and where it was found, for the messages. */
  record Setting(String value, String origin) {}

  private final String arguments;
  private final Properties properties;
  private final Map<String, String> environment;
  private final List<String> faults = new ArrayList<>();
  private WatchedRules watched;
  private List<String> warnings = List.of();
  private Set<Option> outside = Set.of();
  private final Map<Option, Setting> settings = new EnumMap<>(Option.class);

  /**
   * @param arguments what stands after {@code =} in the {@code -javaagent} option, or null
   */
  ConfigReader(String arguments, Properties properties, Map<String, String> environment) {
    this.arguments = arguments == null ? "" : arguments;
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * @throws ConfigException naming every fault found
   */
  AgentConfig read() throws ConfigException {
    readEnvironment();
    readProperties();
    readArguments();
    outside = Set.copyOf(settings.keySet());
    RuleSet rules = readFile();
    if (!Profile.isKnown(value(Option.PROFILE))) {
      fault(Option.PROFILE, "'" + value(Option.PROFILE) + "' is not known; use " + Profile.KNOWN);
    }
    ModeOptions modeOptions = new ModeOptions(this);
    Modes modes = modeOptions.modes();
    Set<Sink> settled = modeOptions.settled(outside);
    ReportSettings report = modeOptions.report();
    boolean requireProtected = oneOf(Option.REQUIRE_PROTECTED, "true", "false").equals("true");
    boolean console = oneOf(Option.CONSOLE, "mask", "off").equals("mask");
    boolean enabled = oneOf(Option.ENABLED, "true", "false").equals("true");
    boolean announce = oneOf(Option.STATUS, "stderr", "off").equals("stderr");
    oneOf(Option.ON_START_FAILURE, "exit", "continue");
    TrackingSettings tracking = new TrackingOptions(this).read();
    var grants = new GrantOptions(this).read();
    PrincipalSettings principals = new PrincipalOptions(this).read();
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
    return new AgentConfig(
        enabled,
        rules,
        warnings,
        watched,
        modes,
        settled,
        report,
        tracking,
        console,
        requireProtected,
        announce,
        grants,
        principals);
  }

  /** Whether a wrong configuration ends the JVM; known even when the rest is wrong. */
  boolean exitsOnFailure() {
    return !value(Option.ON_START_FAILURE).equals("continue");
  }

  String value(Option option) {
    Setting setting = settings.get(option);
    return setting == null ? defaultOf(option) : setting.value();
  }

  private String defaultOf(Option option) {
    Setting profile = settings.get(Option.PROFILE);
    return profile == null ? option.defaultValue() : Profile.defaultOf(profile.value(), option);
  }

  /** Notes a fault at the place where the option was set. */
  void fault(Option option, String fault) {
    Setting setting = settings.get(option);
    String origin = setting == null ? "option '" + option.key() + "'" : setting.origin();
    faults.add(origin + ": " + fault);
  }

  private void readArguments() {
    for (String argument : arguments.split(",")) {
      if (argument.isBlank()) {
        continue;
      }
      int equals = argument.indexOf('=');
      String key = equals < 0 ? argument.trim() : argument.substring(0, equals).trim();
      Option option = Option.of(key);
      if (option == null || equals < 0) {
        String fault = equals < 0 ? "'" + key + "' has no value; write key=value" : unknown(key);
        faults.add("-javaagent options: " + fault);
      } else {
        settings.put(
            option,
            new Setting(argument.substring(equals + 1).trim(), "-javaagent option '" + key + "'"));
      }
    }
  }

  private void readProperties() {
    for (String name : properties.stringPropertyNames()) {
      if (!name.startsWith("bauta.")) {
        continue;
      }
      Option option = Option.of(name.substring("bauta.".length()));
      if (option == null) {
        faults.add("system property " + name + ": " + unknown(name.substring("bauta.".length())));
      } else {
        settings.put(
            option, new Setting(properties.getProperty(name).trim(), "system property " + name));
      }
    }
  }

  // Unknown variables are left alone: other parts of Bauta have variables of their own.
  private void readEnvironment() {
    for (Option option : Option.values()) {
      String value = environment.get(option.variable());
      if (value != null && !value.isBlank()) {
        settings.put(option, new Setting(value.trim(), "variable " + option.variable()));
      }
    }
  }

  private RuleSet readFile() {
    String path = value(Option.CONFIG);
    if (path.isEmpty()) {
      return RuleSet.builtIn();
    }
    try {
      RuleFile file = RuleFile.parse(path, text(path));
      readOptions(path, file.options());
      watched = new WatchedRules(path, file);
      warnings = file.warnings();
      return file.rules();
    } catch (RuleFileException wrong) {
      faults.add(wrong.getMessage());
      readOptions(path, wrong.options());
    } catch (IOException unreadable) {
      fault(Option.CONFIG, "cannot read '" + path + "'; check the path and its permissions");
    }
    return null;
  }

  private void readOptions(String path, Map<String, RuleFile.Option> options) {
    List<Map.Entry<String, RuleFile.Option>> inOrder = new ArrayList<>(options.entrySet());
    inOrder.sort((a, b) -> Integer.compare(a.getValue().line(), b.getValue().line()));
    for (Map.Entry<String, RuleFile.Option> entry : inOrder) {
      Option option = Option.of(entry.getKey());
      String origin = path + ":" + entry.getValue().line();
      if (option == null || option == Option.CONFIG) {
        faults.add(origin + ": " + unknown(entry.getKey()));
      } else {
        settings.putIfAbsent(
            option,
            new Setting(entry.getValue().value(), origin + ": option '" + option.key() + "'"));
      }
    }
  }

  private static String text(String path) throws IOException {
    try (FileInputStream in = new FileInputStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The value of an option that has two, or its default. */
  String oneOf(Option option, String first, String second) {
    String value = value(option);
    if (!value.equals(first) && !value.equals(second)) {
      fault(option, "'" + value + "' is not known; use " + first + " or " + second);
      return option.defaultValue();
    }
    return value;
  }

  private static String unknown(String key) {
    Option nearest = null;
    int best = 4;
    for (Option option : Option.values()) {
      int distance = distance(key, option.key());
      if (distance < best) {
        best = distance;
        nearest = option;
      }
    }
    return "unknown option '"
        + key
        + "'"
        + (nearest == null
            ? "; the known ones are in docs/options.md"
            : "; did you mean '" + nearest.key() + "'?");
  }

  /** Edit distance (Levenshtein), for suggestions. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
