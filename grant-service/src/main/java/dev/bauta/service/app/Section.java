package dev.bauta.service.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of the configuration file. Every read leaves a fault behind instead of throwing, so
 * that all faults of a file are told at once, each with its line. Single values can be laid over by
 * {@code BAUTA_SERVICE_<KEY>} variables.
 */
final class Section {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
  private static final Pattern INDEX = Pattern.compile("\\[[0-9]+\\]");

  private final String file;
  private final String path;
  private final int line;
  private final Map<String, Node> nodes;
  private final Map<String, String> environment;
  private final List<String> faults;
  private final Set<String> asked = new LinkedHashSet<>();

  private Section(
      String file,
      String path,
      int line,
      Map<String, Node> nodes,
      Map<String, String> environment,
      List<String> faults) {
    this.file = file;
    this.path = path;
    this.line = line;
    this.nodes = nodes;
    this.environment = environment;
    this.faults = faults;
  }

  /**
   * @param root null for an absent or empty file
   */
  static Section root(
      String file, Node root, Map<String, String> environment, List<String> faults) {
    Section empty = new Section(file, "", 1, Map.of(), environment, faults);
    return root == null ? empty : empty.mapping(root, "");
  }

  private Section mapping(Node node, String at) {
    if (!(node instanceof MappingNode mapping)) {
      fault(line(node), at, "must be a mapping of keys to values");
      return new Section(file, at, line(node), Map.of(), environment, faults);
    }
    Map<String, Node> found = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (found.put(key, tuple.getValueNode()) != null)
        fault(line(tuple.getKeyNode()), join(at, key), "is there twice; keep one");
    }
    return new Section(file, at, line(node), found, environment, faults);
  }

  Optional<String> text(String key) {
    asked.add(key);
    String variable = variable(key);
    String laidOver = variable == null ? null : environment.get(variable);
    if (laidOver != null && !laidOver.isBlank()) return Optional.of(laidOver.strip());
    Node node = nodes.get(key);
    if (node == null) return Optional.empty();
    if (!(node instanceof ScalarNode scalar)) {
      fault(key, "must be a single value");
      return Optional.empty();
    }
    return Optional.of(scalar.getValue().strip()).filter(s -> !s.isEmpty());
  }

  String required(String key) {
    Optional<String> value = text(key);
    if (value.isEmpty()) fault(key, "is missing; give it a value");
    return value.orElse("");
  }

  long number(String key, long absent, long least, long most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return absent;
    if (text.get().matches("[0-9]{1,15}")) {
      long value = Long.parseLong(text.get());
      if (value >= least && value <= most) return value;
    }
    fault(key, "must be a whole number from " + least + " to " + most);
    return absent;
  }

  Duration duration(String key, Duration absent, Duration least, Duration most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return absent;
    Matcher matcher = DURATION.matcher(text.get());
    if (matcher.matches()) {
      Duration value = Duration.of(Long.parseLong(matcher.group(1)), unit(matcher.group(2)));
      if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) return value;
    }
    fault(
        key,
        "must be a duration such as 500ms, 5s, 10m, 1h, from "
            + least.toMillis()
            + "ms to "
            + most.toMillis()
            + "ms");
    return absent;
  }

  private static java.time.temporal.ChronoUnit unit(String unit) {
    return switch (unit) {
      case "ms" -> java.time.temporal.ChronoUnit.MILLIS;
      case "s" -> java.time.temporal.ChronoUnit.SECONDS;
      case "m" -> java.time.temporal.ChronoUnit.MINUTES;
      default -> java.time.temporal.ChronoUnit.HOURS;
    };
  }

  /** A list of names; empty when absent. */
  Set<String> names(String key) {
    asked.add(key);
    Node node = nodes.get(key);
    if (node == null) return Set.of();
    if (!(node instanceof SequenceNode sequence)) {
      fault(key, "must be a list, such as [a, b]");
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    for (Node item : sequence.getValue()) {
      if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank())
        names.add(scalar.getValue().strip());
      else fault(line(item), join(path, key), "must be a list of names");
    }
    return names;
  }

  Section section(String key) {
    asked.add(key);
    Node node = nodes.get(key);
    return node == null
        ? new Section(file, join(path, key), line, Map.of(), environment, faults)
        : mapping(node, join(path, key));
  }

  List<Section> sections(String key) {
    asked.add(key);
    Node node = nodes.get(key);
    List<Section> all = new ArrayList<>();
    if (node == null) return all;
    if (!(node instanceof SequenceNode sequence)) {
      fault(key, "must be a list, one '- name: ...' each");
      return all;
    }
    for (Node item : sequence.getValue())
      all.add(mapping(item, join(path, key) + "[" + all.size() + "]"));
    return all;
  }

  /** Yes or no, where it is said. */
  Optional<Boolean> flag(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return Optional.empty();
    if (text.get().equals("true") || text.get().equals("false"))
      return Optional.of(Boolean.valueOf(text.get()));
    fault(key, "must be true or false");
    return Optional.empty();
  }

  /** Keys that the file chose itself, in its order; each is known by being asked for. */
  Set<String> keys() {
    return nodes.keySet();
  }

  boolean has(String key) {
    return nodes.containsKey(key);
  }

  /** A fault for every key that was never asked for. */
  void noOthers() {
    for (String key : nodes.keySet()) {
      if (!asked.contains(key)) fault(key, "is not known; known are " + String.join(", ", asked));
    }
  }

  /**
   * @param fault fault and remedy, without the value where that may be secret
   */
  void fault(String key, String fault) {
    fault(lineOf(key), join(path, key), fault);
  }

  String describe(String key, String fault) {
    return message(lineOf(key), join(path, key), fault);
  }

  private int lineOf(String key) {
    return nodes.containsKey(key) ? line(nodes.get(key)) : line;
  }

  private void fault(int at, String key, String fault) {
    faults.add(message(at, key, fault));
  }

  private String message(int at, String key, String fault) {
    return file + ":" + at + ": " + (key.isEmpty() ? "the file" : key) + " " + fault;
  }

  private String variable(String key) {
    String whole = join(path, key);
    if (INDEX.matcher(whole).find()) return null; // a list's items have no names of their own
    return "BAUTA_SERVICE_" + whole.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
