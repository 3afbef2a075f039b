package dev.bauta.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a rule file over the nodes of its YAML, because those know their lines. Used once. */
final class RuleFileReader {

  private static final int DEEPEST = 16;
  private static final Set<String> SINKS = Set.of("log", "jdbc", "json");
  private static final String[] PLACES = {"column", "key"};
  private static final Set<String> RULE_KEYS =
      Set.of("column", "key", "type", "masker", "numeric", "sinks", "enabled");
  private static final Set<String> TYPE_KEYS = Set.of("masker", "enabled");

  private final Faults faults;
  private final Map<String, TypeRule> types = new HashMap<>();
  private final Map<String, Integer> unknownTypes = new HashMap<>();
  private final Set<String> ruleTypes = new HashSet<>();
  private final List<PlaceRule> rules = new ArrayList<>();
  private final Map<String, RuleFile.Option> options = new HashMap<>();

  RuleFileReader(String fileName) {
    this.faults = new Faults(fileName);
  }

  RuleFile read(String yaml) {
    Node root = compose(yaml);
    if (root != null) {
      readRoot(root);
    }
    unknownTypes.forEach(this::checkUsed);
    faults.throwIfAny();
    return new RuleFile(new RuleSet(rules, types, null), options);
  }

  private Node compose(String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(1 << 20).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(yaml);
      return root.orElse(null);
    } catch (MarkedYamlEngineException e) {
      int line = Faults.line(e.getProblemMark());
      faults.add(line, "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      faults.add(1, "not YAML, or more than one document, or more than 1 MiB");
    }
    return null;
  }

  private void readRoot(Node root) {
    if (isNothing(root)) {
      return;
    }
    Map<String, Node> sections = mapping(root, "the file", null);
    // types go first: a rule takes its masker from there
    if (sections.containsKey("types")) {
      readTypes(sections.get("types"));
    }
    for (Map.Entry<String, Node> section : sections.entrySet()) {
      switch (section.getKey()) {
        case "types" -> {}
        case "rules" -> readRules(section.getValue());
        default -> readOption(section.getKey(), section.getValue(), 1);
      }
    }
  }

  private void readTypes(Node node) {
    if (isNothing(node)) {
      return;
    }
    mapping(node, "types", null)
        .forEach(
            (id, value) -> {
              if (!TypeNames.isId(id)) {
                faults.add(value, TypeNames.badId(id));
                return;
              }
              if (!TypeNames.isKnown(id)) {
                unknownTypes.put(id, Faults.line(value));
              }
              Map<String, Node> settings = mapping(value, "type '" + id + "'", TYPE_KEYS);
              types.put(id, new TypeRule(masker(settings), flag(settings, "enabled", true)));
            });
  }

  private void checkUsed(String id, int line) {
    if (!ruleTypes.contains(id)) {
      faults.add(
          line,
          "type '" + id + "' is not known and no rule uses it; known: " + TypeNames.KNOWN_LIST);
    }
  }

  private void readRules(Node node) {
    if (isNothing(node)) {
      return;
    }
    if (!(node instanceof SequenceNode list)) {
      faults.add(node, "rules must be a list: start each rule with '- '");
      return;
    }
    for (Node item : list.getValue()) {
      readRule(item);
    }
  }

  private void readRule(Node node) {
    Map<String, Node> settings = mapping(node, "a rule", RULE_KEYS);
    String place = null;
    for (String name : PLACES) {
      if (settings.containsKey(name)) {
        if (place != null) {
          faults.add(settings.get(name), "a rule has one place, not both column and key");
        }
        place = name;
      }
    }
    if (place == null) {
      faults.add(node, "a rule needs a place: column or key");
      return;
    }
    String pattern = text(settings.get(place), place);
    Mark mark = flag(settings, "enabled", true) ? mark(node, settings) : null;
    PlaceRule.Kind kind = place.equals("column") ? PlaceRule.Kind.COLUMN : PlaceRule.Kind.KEY;
    if (pattern != null && pattern.isEmpty()) {
      faults.add(settings.get(place), place + " must not be empty");
    } else if (pattern != null) {
      rules.add(new PlaceRule(kind, new Glob(pattern), mark, sinks(settings.get("sinks"))));
    }
  }

  private Mark mark(Node rule, Map<String, Node> settings) {
    PiiType type = PiiType.PII;
    if (settings.containsKey("type")) {
      String id = text(settings.get("type"), "type");
      if (id != null && !TypeNames.isId(id)) {
        faults.add(settings.get("type"), TypeNames.badId(id));
      } else if (id != null) {
        ruleTypes.add(id);
        type = PiiType.of(id);
      }
    } else if (!settings.containsKey("masker")) {
      faults.add(rule, "a rule needs a type or a masker");
    }
    Masker masker = masker(settings);
    TypeRule ofType = types.get(type.id());
    if (masker == null) {
      masker = ofType == null || ofType.masker() == null ? Maskers.PARTIAL : ofType.masker();
    }
    return new Mark(type, masker, flag(settings, "numeric", false));
  }

  private Masker masker(Map<String, Node> settings) {
    if (!settings.containsKey("masker")) {
      return null;
    }
    String name = text(settings.get("masker"), "masker");
    Masker masker = name == null ? null : Maskers.of(name);
    if (name != null && masker == null) {
      faults.add(settings.get("masker"), "unknown masker '" + name + "'; known: " + Maskers.NAMES);
    }
    return masker;
  }

  private Set<String> sinks(Node node) {
    Set<String> sinks = new HashSet<>();
    if (node == null) {
      return sinks;
    }
    if (!(node instanceof SequenceNode list)) {
      faults.add(node, "sinks must be a list such as [log, jdbc]");
      return sinks;
    }
    for (Node item : list.getValue()) {
      String sink = text(item, "a sink");
      if (sink != null && !SINKS.contains(sink)) {
        faults.add(item, "unknown sink '" + sink + "'; known: jdbc, json, log");
      } else if (sink != null) {
        sinks.add(sink);
      }
    }
    if (list.getValue().isEmpty()) {
      faults.add(node, "sinks is empty, so the rule holds nowhere; leave sinks out or name one");
    }
    return sinks;
  }

  private boolean flag(Map<String, Node> settings, String name, boolean otherwise) {
    Node node = settings.get(name);
    if (node == null) {
      return otherwise;
    }
    if (node instanceof ScalarNode scalar && node.getTag() == Tag.BOOL) {
      return scalar.getValue().equalsIgnoreCase("true");
    }
    faults.add(node, name + " must be true or false");
    return otherwise;
  }

  private String text(Node node, String what) {
    if (node instanceof ScalarNode scalar && !isNothing(node)) {
      return scalar.getValue();
    }
    faults.add(node, what + " needs a value");
    return null;
  }

  private void readOption(String name, Node node, int depth) {
    if (depth > DEEPEST) {
      faults.add(node, "nested too deeply, or an alias to itself");
    } else if (node instanceof MappingNode) {
      mapping(node, name, null)
          .forEach((key, value) -> readOption(name + "." + key, value, depth + 1));
    } else if (node instanceof SequenceNode list) {
      StringBuilder values = new StringBuilder();
      for (Node item : list.getValue()) {
        String value = text(item, "an item of " + name);
        values.append(values.length() == 0 ? "" : ",").append(value);
      }
      options.put(name, new RuleFile.Option(values.toString(), Faults.line(node)));
    } else if (node instanceof ScalarNode scalar) {
      String value = isNothing(node) ? "" : scalar.getValue();
      options.put(name, new RuleFile.Option(value, Faults.line(node)));
    }
  }

  /** The entries in order; a key twice, or none of the known ones, is a fault. */
  private Map<String, Node> mapping(Node node, String what, Set<String> known) {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      faults.add(node, what + " must be a mapping of names to values");
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode(), "a name");
      if (key == null) {
        continue;
      }
      if (known != null && !known.contains(key)) {
        faults.add(
            tuple.getKeyNode(),
            "unknown setting '" + key + "' of " + what + "; known: " + Faults.list(known));
      } else if (entries.put(key, tuple.getValueNode()) != null) {
        faults.add(tuple.getKeyNode(), "'" + key + "' is there twice");
      }
    }
    return entries;
  }

  private static boolean isNothing(Node node) {
    return node.getTag() == Tag.NULL;
  }
}
