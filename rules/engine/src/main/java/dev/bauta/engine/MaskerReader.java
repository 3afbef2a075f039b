package dev.bauta.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the keys of a rule file, and the maskers that are made with them. */
final class MaskerReader {

  private static final List<String> PATHS = List.of("file", "keystore", "passwordFile");

  private final Yaml yaml;
  private final MaskingKeys.Builder builder = new MaskingKeys.Builder();
  private final Set<String> names = new HashSet<>();
  private MaskingKeys keys = MaskingKeys.NONE;

  MaskerReader(Yaml yaml) {
    this.yaml = yaml;
  }

  /** Reads the keys of all files; of two of a name, the first stands. */
  void readKeys(List<RuleDocument> documents) {
    for (RuleDocument document : documents) {
      Node node = document.sections().get("keys");
      if (node != null && !Yaml.isNothing(node)) {
        readKeys(document, node);
      }
    }
    if (!names.isEmpty()) {
      keys = builder.build();
    }
  }

  /** What should be changed about the keys. */
  List<String> warnings() {
    return keys.warnings();
  }

  private void readKeys(RuleDocument document, Node node) {
    for (Map.Entry<String, Node> key : yaml.mapping(node, "keys", null).entrySet()) {
      if (!names.add(key.getKey())) {
        continue;
      }
      List<String> known = Settings.names(Settings.KEY);
      Map<String, String> settings =
          settings(yaml.mapping(key.getValue(), "key '" + key.getKey() + "'", known));
      for (String name : PATHS) {
        settings.computeIfPresent(name, (any, path) -> document.resolve(path).getPath());
      }
      try {
        builder.add(key.getKey(), settings);
      } catch (IllegalArgumentException wrong) {
        yaml.faults.add(key.getValue(), wrong.getMessage());
      }
    }
  }

  /** The masker a value names, or null after a fault. */
  Masker read(Node node) {
    if (node instanceof SequenceNode list) {
      return sequence(list);
    }
    if (node instanceof MappingNode) {
      return withSettings(node);
    }
    String name = yaml.name(node, "masker");
    return name == null ? null : create(node, name, Map.of());
  }

  private Masker sequence(SequenceNode list) {
    List<Masker> maskers = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (item instanceof SequenceNode) {
        yaml.faults.add(item, "a list of maskers can't hold another list; write them in one");
        return null;
      }
      Masker masker = read(item);
      if (masker == null) {
        return null;
      }
      maskers.add(masker);
    }
    if (maskers.isEmpty()) {
      yaml.faults.add(list, "masker is empty; name one, such as redact");
      return null;
    }
    try {
      return maskers.size() == 1 ? maskers.get(0) : Maskers.sequence(maskers);
    } catch (IllegalArgumentException wrong) {
      yaml.faults.add(list, wrong.getMessage());
      return null;
    }
  }

  private Masker withSettings(Node node) {
    Map<String, Node> entries = yaml.mapping(node, "masker", null);
    if (entries.size() != 1) {
      yaml.faults.add(node, "a masker with settings has one name; write it like hash: {key: main}");
      return null;
    }
    Map.Entry<String, Node> entry = entries.entrySet().iterator().next();
    Node value = entry.getValue();
    Map<String, String> settings =
        Yaml.isNothing(value)
            ? Map.of()
            : settings(yaml.mapping(value, "masker '" + entry.getKey() + "'", null));
    return create(node, entry.getKey(), settings);
  }

  private Map<String, String> settings(Map<String, Node> nodes) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      String value = yaml.text(entry.getValue(), entry.getKey());
      if (value != null) {
        settings.put(entry.getKey(), value);
      }
    }
    return settings;
  }

  private Masker create(Node where, String name, Map<String, String> settings) {
    try {
      return Maskers.create(name, settings, keys);
    } catch (IllegalArgumentException wrong) {
      yaml.faults.add(where, wrong.getMessage());
      return null;
    }
  }
}
