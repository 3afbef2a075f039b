package dev.bauta.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads rules for roles. */
final class RoleReader {

  private static final long MOST_MINUTES = 7 * 24 * 60;

  private final Yaml yaml;
  private final Fields fields;

  RoleReader(Yaml yaml, Fields fields) {
    this.yaml = yaml;
    this.fields = fields;
  }

  /**
   * The rule, or null after a fault.
   *
   * @param type null where none is set
   */
  RoleRule read(Node where, Map<String, Node> settings, PiiType type) {
    String role = yaml.name(settings.get("role"), "role");
    if (type == null) {
      yaml.faults.add(where, "a rule of role needs a type; name what the role sees, such as email");
    }
    if (role != null && (role.indexOf('*') >= 0 || role.indexOf('?') >= 0)) {
      yaml.faults.add(
          settings.get("role"), "'" + role + "' must be one role; make it a rule for each");
    }
    Node sinkNode = settings.get("sinks");
    Set<String> sinks = fields.sinks(sinkNode);
    if (sinks.contains("log")) {
      yaml.faults.add(sinkNode, "logs show raw values to nobody; name jdbc, json or both");
    }
    List<String> ways = texts(settings, "authentication");
    long seconds = seconds(settings.get("session"));
    List<AddressRange> from = ranges(settings.get("from"));
    return role == null || type == null
        ? null
        : new RoleRule(role, type, sinks, from, Set.copyOf(ways), seconds);
  }

  private List<String> texts(Map<String, Node> settings, String name) {
    Node node = settings.get(name);
    return node == null ? List.of() : yaml.texts(node, name);
  }

  private List<AddressRange> ranges(Node node) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String text : node == null ? List.<String>of() : yaml.texts(node, "from")) {
      try {
        ranges.add(AddressRange.of(text));
      } catch (IllegalArgumentException wrong) {
        yaml.faults.add(node, wrong.getMessage());
      }
    }
    return ranges;
  }

  private long seconds(Node node) {
    String text = node == null ? null : yaml.name(node, "session");
    if (text == null) {
      return 0;
    }
    if (text.matches("[0-9]{1,5}[mh]")) {
      long number = Long.parseLong(text.substring(0, text.length() - 1));
      long minutes = text.endsWith("h") ? number * 60 : number;
      if (minutes > 0 && minutes <= MOST_MINUTES) {
        return minutes * 60;
      }
    }
    yaml.faults.add(
        node, "session must be minutes or hours, such as 30m or 8h, and no more than a week");
    return 0;
  }
}
