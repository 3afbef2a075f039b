package dev.bauta.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a rule file over the nodes of its YAML, because those know their places. Used once. */
final class RuleFileReader {

  private static final int DEEPEST = 16;
  private static final List<String> SECTIONS = Settings.names(Settings.FILE);

  private final Faults faults = new Faults();
  private final Yaml yaml = new Yaml(faults);
  private final RuleDocuments documents = new RuleDocuments(yaml);
  private final Map<String, RuleFile.Option> options = new HashMap<>();
  private final String fileName;
  private final MaskerReader maskers = new MaskerReader(yaml);

  RuleFileReader(String fileName) {
    this.fileName = fileName;
  }

  RuleFile read(String text) {
    List<RuleDocument> all = documents.read(fileName, text);
    for (RuleDocument document : all) {
      readOptions(document, document == all.get(0));
    }
    RuleSet rules = rules(all);
    if (faults.any()) {
      throw new RuleFileException(faults.messages(), options, documents.files());
    }
    return new RuleFile(rules, options, documents.files(), maskers.warnings());
  }

  private RuleSet rules(List<RuleDocument> all) {
    Fields fields = new Fields(yaml, documents);
    TypesReader types = new TypesReader(yaml, maskers);
    RulesReader rules = new RulesReader(yaml, fields, maskers);
    TestsReader tests = new TestsReader(yaml, fields);
    maskers.readKeys(all);
    types.read(all);
    rules.read(all);
    TypeTable table = types.table(rules.types(), rules.inTexts());
    RuleData data = rules.make(table, new AllowReader(yaml, fields).read(all));
    tests.read(all);
    if (faults.any()) {
      return null; // tests of wrong rules would only repeat what is wrong
    }
    RuleSet made = new RuleSet(data, null);
    tests.run(made);
    return made;
  }

  private void readOptions(RuleDocument document, boolean main) {
    for (Map.Entry<String, Node> section : document.sections().entrySet()) {
      String name = section.getKey();
      if (SECTIONS.contains(name)) {
        continue;
      }
      String nearest = Suggestion.nearest(name, SECTIONS);
      if (nearest != null && Suggestion.distance(name, nearest) == 1) {
        faults.add(
            yaml.nameOf(section.getValue()),
            "unknown section '" + name + "'; did you mean '" + nearest + "'?");
      } else if (main) {
        readOption(name, section.getValue(), 1);
      } else {
        faults.add(
            yaml.nameOf(section.getValue()),
            "'" + name + "' can't stand in an included file; move it to " + fileName);
      }
    }
  }

  private void readOption(String name, Node node, int depth) {
    if (depth > DEEPEST) {
      faults.add(node, "nested too deeply, or an alias to itself; write it out flat");
    } else if (node instanceof MappingNode) {
      for (Map.Entry<String, Node> entry : yaml.mapping(node, name, null).entrySet()) {
        readOption(name + "." + entry.getKey(), entry.getValue(), depth + 1);
      }
    } else if (node instanceof SequenceNode list) {
      StringBuilder values = new StringBuilder();
      for (Node item : list.getValue()) {
        String value = yaml.text(item, "an item of " + name);
        values.append(values.length() == 0 ? "" : ",").append(value);
      }
      options.put(name, new RuleFile.Option(values.toString(), Faults.line(node)));
    } else if (node instanceof ScalarNode scalar) {
      String value = Yaml.isNothing(node) ? "" : scalar.getValue();
      options.put(name, new RuleFile.Option(value, Faults.line(node)));
    }
  }
}
