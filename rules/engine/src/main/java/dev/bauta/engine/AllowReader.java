package dev.bauta.engine;

import dev.bauta.engine.pattern.LinearPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the allow lists of all files. */
final class AllowReader {

  private static final List<String> ALLOWED = Settings.names(Settings.ALLOWED);
  private static final List<String> KNOWN = Settings.names(Settings.ALLOWED, Settings.ALLOW);

  private final Yaml yaml;
  private final Fields fields;
  private final List<AllowRule> rules = new ArrayList<>();

  AllowReader(Yaml yaml, Fields fields) {
    this.yaml = yaml;
    this.fields = fields;
  }

  List<AllowRule> read(List<RuleDocument> documents) {
    for (RuleDocument document : documents) {
      Node allow = document.sections().get("allow");
      if (allow != null && !Yaml.isNothing(allow)) {
        for (Node item : yaml.list(allow, "allow must be a list; start each entry with '- '")) {
          readOne(document, item);
        }
      }
    }
    return rules;
  }

  private void readOne(RuleDocument document, Node item) {
    if (item instanceof ScalarNode && !Yaml.isNothing(item)) {
      rules.add(values(yaml.texts(item, "allow"), List.of(), Set.of()));
      return;
    }
    Map<String, Node> settings = yaml.mapping(item, "an entry of allow", KNOWN);
    String what = what(item, settings);
    List<Glob> types = fields.types(settings.get("types"));
    Set<String> sinks = fields.sinks(settings.get("sinks"));
    if (what == null) {
      return;
    }
    Node node = settings.get(what);
    switch (what) {
      case "pattern" -> {
        LinearPattern pattern = fields.pattern(node);
        if (pattern != null) {
          rules.add(new AllowRule(null, pattern, null, types, sinks));
        }
      }
      case "cidr" -> rules.add(new AllowRule(null, null, ranges(node), types, sinks));
      default -> {
        List<String> words =
            fields.words(document, settings.get("values"), settings.get("valuesFile"), what);
        if (words != null) {
          rules.add(values(words, types, sinks));
        }
      }
    }
  }

  private String what(Node item, Map<String, Node> settings) {
    String what = null;
    for (String name : ALLOWED) {
      if (settings.containsKey(name) && what != null) {
        yaml.faults.add(
            settings.get(name),
            "an entry of allow has one of " + what + " and " + name + "; make it two entries");
      } else if (settings.containsKey(name)) {
        what = name;
      }
    }
    if (what == null) {
      yaml.faults.add(
          item, "an entry of allow needs one of " + String.join(", ", ALLOWED) + "; add it");
    }
    return what;
  }

  private static AllowRule values(List<String> values, List<Glob> types, Set<String> sinks) {
    Set<String> lower = new HashSet<>();
    for (String value : values) {
      lower.add(value.toLowerCase(Locale.ROOT));
    }
    return new AllowRule(lower, null, null, types, sinks);
  }

  private List<AddressRange> ranges(Node node) {
    List<AddressRange> ranges = new ArrayList<>();
    for (Node item : Yaml.items(node)) {
      String text = yaml.name(item, "cidr");
      try {
        if (text != null) {
          ranges.add(AddressRange.of(text));
        }
      } catch (IllegalArgumentException wrong) {
        yaml.faults.add(item, wrong.getMessage());
      }
    }
    return ranges;
  }
}
