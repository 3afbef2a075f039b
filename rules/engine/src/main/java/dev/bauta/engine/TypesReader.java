package dev.bauta.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads what rule files say about types. Each setting is taken from the first that says it. */
final class TypesReader {

  private record Entry(String id, Masker masker, Boolean enabled, Boolean numeric, Node where) {}

  private final Yaml yaml;
  private final MaskerReader maskers;
  private final List<Entry> entries = new ArrayList<>();
  private boolean off;

  TypesReader(Yaml yaml, MaskerReader maskers) {
    this.yaml = yaml;
    this.maskers = maskers;
  }

  void read(List<RuleDocument> documents) {
    for (RuleDocument document : documents) {
      Node types = document.sections().get("types");
      if (types != null && !Yaml.isNothing(types)) {
        readTypes(types);
      }
      Node defaults = document.sections().get("defaults");
      if (defaults != null && document == documents.get(0)) {
        readDefaults(defaults);
      } else if (defaults != null) {
        yaml.faults.add(
            defaults, "defaults holds for all files; say it in the one that includes this");
      }
    }
  }

  private void readDefaults(Node node) {
    String value = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    off = value.equals("none");
    if (!off && !value.equals("all")) {
      yaml.faults.add(node, "defaults must be all or none");
    }
  }

  /** Entries of ids go before those of globs, as long as they are in the same file. */
  private void readTypes(Node node) {
    List<Entry> globs = new ArrayList<>();
    List<String> known = Settings.names(Settings.TYPE);
    for (Map.Entry<String, Node> type : yaml.mapping(node, "types", null).entrySet()) {
      String id = type.getKey();
      Node value = type.getValue();
      boolean glob = TypeNames.isGlob(id);
      if (!glob && !TypeNames.isId(id)) {
        yaml.faults.add(yaml.nameOf(value), TypeNames.badId(id));
        continue;
      }
      Map<String, Node> settings = yaml.mapping(value, "type '" + id + "'", known);
      Masker masker = settings.containsKey("masker") ? maskers.read(settings.get("masker")) : null;
      Boolean enabled = yaml.flag(settings, "enabled");
      Boolean numeric = yaml.flag(settings, "numeric");
      (glob ? globs : entries).add(new Entry(id, masker, enabled, numeric, yaml.nameOf(value)));
    }
    entries.addAll(globs);
  }

  /**
   * What holds for each type.
   *
   * @param own the types rules use, with the maskers they give them; null for none
   * @param inTexts those of rules that look into texts, which turns them on
   */
  TypeTable table(Map<PiiType, Masker> own, Set<PiiType> inTexts) {
    Map<String, PiiType> types = new LinkedHashMap<>();
    for (PiiType type : PiiType.CONTENT) {
      types.put(type.id(), type);
    }
    for (PiiType type : own.keySet()) {
      types.put(type.id(), type);
    }
    for (Entry entry : entries) {
      check(entry, types);
    }
    Map<PiiType, TypeRule> rules = new HashMap<>();
    for (PiiType type : types.values()) {
      boolean on = !off || inTexts.contains(type) || !TypeNames.isContent(type);
      TypeRule rule = rule(type, own.get(type), on);
      if (rule != null) {
        rules.put(type, rule);
      }
    }
    return new TypeTable(rules, off ? TypeRule.OFF : TypeRule.ON);
  }

  private void check(Entry entry, Map<String, PiiType> types) {
    if (!TypeNames.isGlob(entry.id)) {
      if (!types.containsKey(entry.id)) {
        yaml.faults.add(entry.where, TypeNames.unknown(entry.id));
      }
      return;
    }
    Glob glob = new Glob(entry.id);
    for (String id : types.keySet()) {
      if (glob.matches(id)) {
        return;
      }
    }
    yaml.faults.add(entry.where, "no type is like '" + entry.id + "'; try national-id-*");
  }

  /** Null where nothing is said of the type. */
  private TypeRule rule(PiiType type, Masker own, boolean on) {
    Masker masker = null;
    Boolean enabled = null;
    Boolean numeric = null;
    for (Entry entry : entries) {
      if (entry.id.equals(type.id())
          || TypeNames.isGlob(entry.id) && new Glob(entry.id).matches(type.id())) {
        masker = masker == null ? entry.masker : masker;
        enabled = enabled == null ? entry.enabled : enabled;
        numeric = numeric == null ? entry.numeric : numeric;
      }
    }
    masker = masker == null ? own : masker;
    if (masker == null && enabled == null && numeric == null && on == !off) {
      return null;
    }
    return new TypeRule(
        masker == null ? Maskers.PARTIAL : masker,
        enabled == null ? on : enabled,
        numeric != null && numeric);
  }
}
