package dev.bauta.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Takes the nodes of a YAML document apart, because those know their places; notes faults. */
final class Yaml {

  private static final int LARGEST = 4 << 20;

  final Faults faults;

  // Where the name of a value is, for faults of the name.
  private final Map<Node, Node> names = new IdentityHashMap<>();

  Yaml(Faults faults) {
    this.faults = faults;
  }

  /** The document's root, or null where there is none or it is wrong. */
  Node compose(String file, String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setUseMarks(true).setCodePointLimit(LARGEST).build();
    try {
      Node root = new Compose(settings).composeString(text).orElse(null);
      return root == null || isNothing(root) ? null : root;
    } catch (MarkedYamlEngineException e) {
      String context = e.getContext() == null ? "" : e.getContext() + ", ";
      faults.add(
          e.getProblemMark(),
          "not YAML: " + context + e.getProblem() + "; mend this, the rest is unread");
    } catch (YamlEngineException e) {
      faults.add(file, 1, 1, "not one YAML document of at most 4 MiB; split it, or include files");
    }
    return null;
  }

  /** The entries in order; a key twice, or none of the known ones, is a fault. */
  Map<String, Node> mapping(Node node, String what, List<String> known) {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      faults.add(node, what + " must be a mapping; write name: value");
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode(), "a name");
      if (key == null) {
        continue;
      }
      names.put(tuple.getValueNode(), tuple.getKeyNode());
      if (known != null && !known.contains(key)) {
        faults.add(
            tuple.getKeyNode(),
            "unknown setting '" + key + "' of " + what + Suggestion.of(key, known));
      } else if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
        faults.add(tuple.getKeyNode(), "'" + key + "' is there twice; leave one of them");
      }
    }
    return entries;
  }

  /** The node of the name a value has in its mapping. */
  Node nameOf(Node value) {
    return names.getOrDefault(value, value);
  }

  /** The items of a list; no list is a fault. */
  List<Node> list(Node node, String remedy) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    faults.add(node, remedy);
    return List.of();
  }

  /** The items of a list, or the one value itself. */
  static List<Node> items(Node node) {
    return node instanceof SequenceNode list ? list.getValue() : List.of(node);
  }

  /** The one value, or the values of the list; empty after a fault. */
  List<String> texts(Node node, String what) {
    List<String> texts = new ArrayList<>();
    List<Node> items = items(node);
    for (Node item : items) {
      String text = text(item, items.size() == 1 ? what : "an item of " + what);
      if (text != null) {
        texts.add(text);
      }
    }
    if (items.isEmpty()) {
      faults.add(node, what + " is empty; leave it out or name one");
    }
    return texts;
  }

  /** The value, or null after a fault. */
  String text(Node node, String what) {
    if (node instanceof ScalarNode scalar && !isNothing(node)) {
      return scalar.getValue();
    }
    boolean nothing = isNothing(node);
    faults.add(
        node,
        what
            + (nothing
                ? " needs a value; write one or leave it out"
                : " must be one value, plain or quoted"));
    return null;
  }

  /** As text, but empty is a fault too. */
  String name(Node node, String what) {
    String text = text(node, what);
    if (text != null && text.isEmpty()) {
      faults.add(node, what + " must not be empty; write a value");
      return null;
    }
    return text;
  }

  /** True or false, or null where it is not said or wrong. */
  Boolean flag(Map<String, Node> settings, String name) {
    Node node = settings.get(name);
    if (node == null) {
      return null;
    }
    if (node instanceof ScalarNode scalar && node.getTag() == Tag.BOOL) {
      return scalar.getValue().equalsIgnoreCase("true");
    }
    faults.add(node, name + " must be true or false, without quotes");
    return null;
  }

  boolean flag(Map<String, Node> settings, String name, boolean otherwise) {
    Boolean flag = flag(settings, name);
    return flag == null ? otherwise : flag;
  }

  static boolean isNothing(Node node) {
    return node.getTag() == Tag.NULL;
  }
}
