package dev.bauta.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the rules of all files, in two steps: types and maskers must be known before marks are. */
final class RulesReader {

  private static final List<String> PLACES = Settings.names(Settings.PLACES);
  private static final List<String> KNOWN = Settings.names(Settings.PLACES, Settings.RULE);

  /** A rule as it stands in a file. */
  private record Entry(
      RuleDocument document,
      Node where,
      String place,
      Map<String, Node> settings,
      boolean enabled) {}

  private final Yaml yaml;
  private final Fields fields;
  private final MaskerReader maskers;
  private final RuleMaker maker;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  RulesReader(Yaml yaml, Fields fields, MaskerReader maskers) {
    this.yaml = yaml;
    this.fields = fields;
    this.maskers = maskers;
    this.maker = new RuleMaker(yaml, fields);
  }

  void read(List<RuleDocument> documents) {
    for (RuleDocument document : documents) {
      Node rules = document.sections().get("rules");
      if (rules != null && !Yaml.isNothing(rules)) {
        read(document, rules);
      }
    }
  }

  private void read(RuleDocument document, Node rules) {
    Set<String> here = new HashSet<>();
    for (Node item : yaml.list(rules, "rules must be a list; start each rule with '- '")) {
      Map<String, Node> settings = yaml.mapping(item, "a rule", KNOWN);
      String place = place(item, settings);
      boolean enabled = yaml.flag(settings, "enabled", true);
      if (place != null && isFirstOfItsName(settings, here)) {
        checkFitting(place, settings);
        entries.add(new Entry(document, item, place, settings, enabled));
      }
    }
    names.addAll(here);
  }

  /** The one place of a rule, or null after a fault. */
  private String place(Node item, Map<String, Node> settings) {
    String place = null;
    for (String name : PLACES) {
      if (settings.containsKey(name) && place != null) {
        yaml.faults.add(
            settings.get(name),
            "a rule has one place, not both " + place + " and " + name + "; make it two rules");
      } else if (settings.containsKey(name)) {
        place = name;
      }
    }
    if (place == null) {
      yaml.faults.add(item, "a rule needs a place; give it one of " + String.join(", ", PLACES));
    }
    return place;
  }

  /** A file's rule takes the place of one of the same name in the files it includes. */
  private boolean isFirstOfItsName(Map<String, Node> settings, Set<String> here) {
    Node node = settings.get("name");
    String name = node == null ? null : yaml.name(node, "name");
    if (name == null) {
      return true;
    }
    if (!here.add(name)) {
      yaml.faults.add(node, "there are two rules '" + name + "' in this file; rename one");
    }
    return !names.contains(name);
  }

  private void checkFitting(String place, Map<String, Node> settings) {
    List<String> fitting = Settings.FITTING.getOrDefault(place, List.of());
    for (Map.Entry<String, Node> setting : settings.entrySet()) {
      String name = setting.getKey();
      boolean always =
          name.equals("name")
              || name.equals("enabled")
              || (name.equals("type") && !Settings.ORIGINS.contains(place));
      if (!always && !PLACES.contains(name) && !fitting.contains(name)) {
        yaml.faults.add(
            yaml.nameOf(setting.getValue()),
            name + " means nothing for a rule of " + place + "; leave it out");
      }
    }
  }

  /** The types the rules use, with the maskers rules of content give them; null for none. */
  Map<PiiType, Masker> types() {
    Map<PiiType, Masker> types = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Node node = entry.settings.get("type");
      if (node == null || entry.place.equals("logger")) {
        continue;
      }
      PiiType type = fields.type(node);
      if (type != null) {
        types.putIfAbsent(type, null);
        if (maker.isContent(entry.place) && entry.settings.containsKey("masker")) {
          giveMasker(entry, type, types);
        }
      }
    }
    return types;
  }

  /** In texts a masker belongs to a type, so that one value found twice is hidden one way. */
  private void giveMasker(Entry entry, PiiType type, Map<PiiType, Masker> types) {
    Node node = entry.settings.get("masker");
    Masker masker = maskers.read(node);
    if (TypeNames.isContent(type)) {
      yaml.faults.add(
          node,
          "the masker of '"
              + type
              + "' is set under types; set it there, or give this rule a type of its own");
    } else if (masker != null && types.put(type, masker) != null) {
      yaml.faults.add(
          node, "another rule gave '" + type + "' a masker already; set it under types instead");
    }
  }

  /** The types of rules that look into texts. */
  Set<PiiType> inTexts() {
    Set<PiiType> types = new HashSet<>();
    for (Entry entry : entries) {
      Node node = entry.settings.get("type");
      if (node != null && entry.enabled && maker.isContent(entry.place)) {
        types.add(maker.known(node));
      }
    }
    return types;
  }

  /** Makes the rules, after types and maskers are known. */
  RuleData make(TypeTable types, List<AllowRule> allowed) {
    for (Entry entry : entries) {
      Map<String, Node> settings = entry.settings;
      boolean masked = settings.containsKey("masker") && !maker.isContent(entry.place);
      Masker masker = masked ? maskers.read(settings.get("masker")) : null;
      maker.make(entry.document, entry.where, entry.place, settings, entry.enabled, masker, types);
    }
    return maker.data(types, allowed);
  }
}
