package dev.bauta.engine;

import dev.bauta.engine.checks.CheckDigits;
import dev.bauta.engine.pattern.LinearPattern;
import dev.bauta.engine.pattern.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes the rule of each place from its settings. */
final class RuleMaker {

  private static final Glob ANY = new Glob("*");

  private final Yaml yaml;
  private final Fields fields;
  private final List<PlaceRule> places = new ArrayList<>();
  private final List<PathRule> paths = new ArrayList<>();
  private final List<LoggerRule> loggers = new ArrayList<>();
  private final List<OriginRule> origins = new ArrayList<>();
  private final List<RoleRule> roles = new ArrayList<>();
  private final List<ContentRule> contents = new ArrayList<>();

  RuleMaker(Yaml yaml, Fields fields) {
    this.yaml = yaml;
    this.fields = fields;
  }

  RuleData data(TypeTable types, List<AllowRule> allowed) {
    return new RuleData(types, places, paths, loggers, origins, roles, contents, allowed);
  }

  boolean isContent(String place) {
    return place.equals("pattern") || place.equals("words") || place.equals("wordsFile");
  }

  /** The type of a node that was looked at before, so that a fault is not told twice. */
  PiiType known(Node node) {
    return node instanceof ScalarNode scalar && TypeNames.isId(scalar.getValue())
        ? PiiType.of(scalar.getValue())
        : PiiType.PII;
  }

  /**
   * @param masker the rule's own, or null
   */
  void make(
      RuleDocument document,
      Node where,
      String place,
      Map<String, Node> settings,
      boolean enabled,
      Masker masker,
      TypeTable types) {
    if (isContent(place)) {
      content(document, where, place, settings, enabled);
    } else if (place.equals("logger")) {
      logger(where, settings, masker);
    } else if (place.equals("role")) {
      PiiType type = settings.containsKey("type") ? known(settings.get("type")) : null;
      RoleRule rule = new RoleReader(yaml, fields).read(where, settings, type);
      if (rule != null && enabled) {
        roles.add(rule);
      }
    } else if (Settings.ORIGINS.contains(place)) {
      origin(where, place, settings);
    } else {
      Mark mark = enabled ? mark(where, settings, masker, types) : null;
      place(place, settings, mark, fields.sinks(settings.get("sinks")));
    }
  }

  private Mark mark(Node where, Map<String, Node> settings, Masker own, TypeTable types) {
    if (!settings.containsKey("type") && !settings.containsKey("masker")) {
      yaml.faults.add(where, "a rule needs a type or a masker; add type: pii, or enabled: false");
    }
    PiiType type = settings.containsKey("type") ? known(settings.get("type")) : PiiType.PII;
    Masker masker = own == null ? types.of(type).masker() : own;
    return new Mark(type, masker, yaml.flag(settings, "numeric", false));
  }

  private void place(String place, Map<String, Node> settings, Mark mark, Set<String> sinks) {
    Node node = settings.get(place);
    String name = yaml.name(node, place);
    if (name == null) {
      return;
    }
    switch (place) {
      case "path" -> path(node, name, mark, sinks);
      case "member" -> member(node, name, mark, sinks);
      case "class" ->
          places.add(new PlaceRule(PlaceRule.Kind.MEMBER, className(name), ANY, mark, sinks));
      default -> places.add(new PlaceRule(kind(place), new Glob(name), null, mark, sinks));
    }
  }

  private static PlaceRule.Kind kind(String place) {
    return switch (place) {
      case "column" -> PlaceRule.Kind.COLUMN;
      case "mdc" -> PlaceRule.Kind.MDC;
      default -> PlaceRule.Kind.KEY;
    };
  }

  private void path(Node node, String text, Mark mark, Set<String> sinks) {
    try {
      paths.add(new PathRule(JsonPath.of(text), mark, sinks));
    } catch (IllegalArgumentException wrong) {
      yaml.faults.add(node, wrong.getMessage());
    }
  }

  private void member(Node node, String name, Mark mark, Set<String> sinks) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || dot == name.length() - 1) {
      yaml.faults.add(
          node, "member needs a class and a member; write it like com.acme.Customer.ssn or *.ssn");
      return;
    }
    Glob member = new Glob(name.substring(dot + 1));
    places.add(
        new PlaceRule(
            PlaceRule.Kind.MEMBER, className(name.substring(0, dot)), member, mark, sinks));
  }

  /** Inner classes are named with a dot or with a dollar sign, as people like. */
  private static Glob className(String name) {
    return new Glob(name.replace('$', '.'));
  }

  private void logger(Node where, Map<String, Node> settings, Masker masker) {
    String name = yaml.name(settings.get("logger"), "logger");
    Node typeNode = settings.get("type");
    String type = typeNode == null ? "*" : yaml.name(typeNode, "type");
    Boolean enabled = yaml.flag(settings, "enabled");
    if (enabled == null && !settings.containsKey("masker")) {
      yaml.faults.add(
          where, "a rule of a logger needs a masker or enabled; say what differs there");
    }
    if (typeNode != null && type != null && !isLikeAType(type)) {
      yaml.faults.add(typeNode, "no type is like '" + type + "'" + suggestion(type));
    }
    if (name != null && type != null) {
      loggers.add(new LoggerRule(new Glob(name), new Glob(type), masker, enabled));
    }
  }

  private void origin(Node where, String place, Map<String, Node> settings) {
    String name = yaml.name(settings.get(place), place);
    Boolean enabled = yaml.flag(settings, "enabled");
    if (enabled == null) {
      yaml.faults.add(
          where, "a rule of " + place + " needs enabled; enabled: false leaves that JSON as it is");
    }
    if (name != null && place.equals("traffic") && !isTraffic(name)) {
      yaml.faults.add(
          settings.get(place),
          "no traffic is like '" + name + "'" + Suggestion.of(name, JsonOrigin.TRAFFIC));
    }
    if (name != null && enabled != null) {
      OriginRule.Kind kind = OriginRule.Kind.valueOf(place.toUpperCase(Locale.ROOT));
      Glob glob = kind == OriginRule.Kind.TRAFFIC ? new Glob(name) : className(name);
      origins.add(new OriginRule(kind, glob, enabled));
    }
  }

  private static boolean isTraffic(String name) {
    Glob glob = new Glob(name);
    for (String known : JsonOrigin.TRAFFIC) {
      if (glob.matches(known)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLikeAType(String type) {
    Glob glob = new Glob(type);
    for (String id : TypeNames.ids()) {
      if (glob.matches(id)) {
        return true;
      }
    }
    return !TypeNames.isGlob(type) && TypeNames.isId(type) && PiiType.isKnown(type);
  }

  private static String suggestion(String type) {
    String nearest = Suggestion.nearest(type, TypeNames.ids());
    return nearest == null ? "; try ip*" : "; did you mean '" + nearest + "'?";
  }

  private void content(
      RuleDocument document,
      Node where,
      String place,
      Map<String, Node> settings,
      boolean enabled) {
    LinearPattern pattern =
        place.equals("pattern") ? fields.pattern(settings.get("pattern")) : null;
    Node node = settings.get(place);
    WordList words =
        pattern != null || place.equals("pattern")
            ? null
            : fields.wordList(
                fields.words(document, settings.get("words"), settings.get("wordsFile"), place),
                node);
    Node contextNode = settings.get("context");
    WordList context =
        contextNode == null
            ? null
            : fields.wordList(yaml.texts(contextNode, "context"), contextNode);
    Set<String> sinks = fields.sinks(settings.get("sinks"));
    String checksum = checksum(settings.get("checksum"));
    if (!settings.containsKey("type") && enabled) {
      yaml.faults.add(
          where, "a rule of content needs a type; name what it finds, such as staff-id");
    } else if (enabled && (pattern != null || words != null)) {
      PiiType type = known(settings.get("type"));
      contents.add(
          new ContentRule(type, name(where, settings), pattern, words, checksum, context, sinks));
    }
  }

  private static String name(Node where, Map<String, Node> settings) {
    return settings.get("name") instanceof ScalarNode scalar
        ? scalar.getValue()
        : Faults.place(where);
  }

  private String checksum(Node node) {
    String name = node == null ? null : yaml.name(node, "checksum");
    if (name == null || CheckDigits.NAMES.contains(name)) {
      return name;
    }
    yaml.faults.add(
        node, "unknown checksum '" + name + "'" + Suggestion.of(name, CheckDigits.NAMES));
    return null;
  }
}
