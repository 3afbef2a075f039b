package dev.bauta.engine;

import dev.bauta.engine.pattern.LinearPattern;
import dev.bauta.engine.pattern.PatternException;
import dev.bauta.engine.pattern.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the values that rules, allow lists and tests have in common. */
final class Fields {

  private final Yaml yaml;
  private final RuleDocuments documents;

  Fields(Yaml yaml, RuleDocuments documents) {
    this.yaml = yaml;
    this.documents = documents;
  }

  /** The sinks of a list; empty where none is given, and after a fault. */
  Set<String> sinks(Node node) {
    Set<String> sinks = new HashSet<>();
    if (node == null) {
      return sinks;
    }
    List<Node> items = yaml.list(node, "sinks must be a list such as [log, jdbc]");
    for (Node item : items) {
      String sink = sink(item);
      if (sink != null) {
        sinks.add(sink);
      }
    }
    if (items.isEmpty() && node instanceof SequenceNode) {
      yaml.faults.add(
          node, "sinks is empty, so the rule holds nowhere; leave sinks out or name one");
    }
    return sinks;
  }

  /** The name of a sink, or null after a fault. */
  String sink(Node node) {
    String sink = yaml.text(node, "a sink");
    if (sink == null || Settings.SINKS.contains(sink)) {
      return sink;
    }
    yaml.faults.add(node, "unknown sink '" + sink + "'" + Suggestion.of(sink, Settings.SINKS));
    return null;
  }

  /** The types of a rule, or null after a fault. */
  PiiType type(Node node) {
    String id = yaml.text(node, "type");
    if (id == null) {
      return null;
    }
    if (!TypeNames.isId(id)) {
      yaml.faults.add(node, TypeNames.badId(id));
      return null;
    }
    return PiiType.of(id);
  }

  /** Globs of types' ids; empty where none is given. */
  List<Glob> types(Node node) {
    List<Glob> globs = new ArrayList<>();
    if (node != null) {
      for (String id : yaml.texts(node, "types")) {
        globs.add(new Glob(id));
      }
    }
    return globs;
  }

  /** The pattern, or null after a fault. */
  LinearPattern pattern(Node node) {
    String pattern = yaml.name(node, "pattern");
    if (pattern == null) {
      return null;
    }
    try {
      return LinearPattern.compile(pattern);
    } catch (PatternException wrong) {
      yaml.faults.add(node, wrong.getMessage());
      return null;
    }
  }

  /** The words of a value and of a file, either of them null; null after a fault. */
  List<String> words(RuleDocument document, Node inline, Node file, String what) {
    if (inline != null) {
      return yaml.texts(inline, what);
    }
    String path = yaml.name(file, what);
    String text = path == null ? null : documents.text(document, path, file);
    if (text == null) {
      return null;
    }
    List<String> words = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String word = line.strip();
      if (!word.isEmpty() && word.charAt(0) != '#') {
        words.add(word);
      }
    }
    if (words.isEmpty()) {
      yaml.faults.add(file, "there is no word in '" + path + "'; write one a line");
    }
    return words;
  }

  /** The words as one list to look for, or null after a fault. */
  WordList wordList(List<String> words, Node where) {
    if (words == null || words.isEmpty()) {
      return null;
    }
    try {
      return WordList.of(words, true);
    } catch (PatternException wrong) {
      yaml.faults.add(
          where, wrong.getMessage() + "; look at number " + (wrong.index() + 1) + " of the list");
      return null;
    }
  }
}
