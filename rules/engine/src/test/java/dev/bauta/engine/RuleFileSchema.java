package dev.bauta.engine;

import dev.bauta.engine.checks.CheckDigits;
import java.util.ArrayList;
import java.util.List;

/** The JSON Schema of rule files, made from the tables the reader goes by. */
final class RuleFileSchema {

  private static final String ID = "https://bauta.dev/schema/bauta-rules.schema.json";
  private static final String TYPE_ID = "^[a-z0-9]+(-[a-z0-9]+)*$";

  /** A sign past ASCII. */
  private static final String OTHER_SIGN = "(?![\\u0000-\\u00a0])[\\p{So}\\p{Po}\\p{Sm}]";

  private final StringBuilder out = new StringBuilder();

  private RuleFileSchema() {}

  static String text() {
    return new RuleFileSchema().root();
  }

  private String root() {
    line("{");
    line("  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",");
    line("  \"$id\": " + quoted(ID) + ",");
    line("  \"title\": \"Bauta rules\",");
    line(
        "  \"description\": \"What is personal and how it is hidden. The agent's options may stand"
            + " beside the sections.\",");
    line("  \"type\": [\"object\", \"null\"],");
    line("  \"properties\": {");
    List<String> sections = new ArrayList<>();
    for (Setting setting : Settings.FILE) {
      sections.add("    " + property(setting, section(setting)));
    }
    line(String.join(",\n", sections));
    line("  },");
    line("  \"$defs\": {");
    List<String> definitions = new ArrayList<>();
    definitions.add(definition("masker", masker()));
    definitions.add(definition("type", object(List.of(Settings.TYPE), List.of())));
    definitions.add(definition("key", object(List.of(Settings.KEY), List.of())));
    definitions.add(
        definition(
            "rule", object(List.of(Settings.PLACES, Settings.RULE), List.of(Settings.PLACES))));
    definitions.add(
        definition(
            "allowed",
            object(List.of(Settings.ALLOWED, Settings.ALLOW), List.of(Settings.ALLOWED))));
    definitions.add(
        definition(
            "test",
            object(
                List.of(Settings.TEST, Settings.TEST_PLACES, Settings.EXPECTED),
                List.of(Settings.EXPECTED))));
    line(String.join(",\n", definitions));
    line("  }");
    line("}");
    return out.toString();
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private static String definition(String name, String schema) {
    return "    " + quoted(name) + ": " + schema;
  }

  private static String section(Setting setting) {
    return switch (setting.name()) {
      case "types" ->
          "{\"type\": [\"object\", \"null\"], \"propertyNames\": {\"anyOf\": [{\"enum\": "
              + list(TypeNames.ids())
              + "}, {\"pattern\": \"^[a-z0-9*?-]+$\"}]}, \"additionalProperties\": {\"$ref\":"
              + " \"#/$defs/type\"}}";
      case "keys" ->
          "{\"type\": [\"object\", \"null\"], \"additionalProperties\": {\"$ref\":"
              + " \"#/$defs/key\"}}";
      case "rules" -> "{\"type\": [\"array\", \"null\"], \"items\": {\"$ref\": \"#/$defs/rule\"}}";
      case "allow" ->
          "{\"type\": [\"array\", \"null\"], \"items\": {\"anyOf\": [{\"type\": \"string\"},"
              + " {\"$ref\": \"#/$defs/allowed\"}]}}";
      case "tests" -> "{\"type\": [\"array\", \"null\"], \"items\": {\"$ref\": \"#/$defs/test\"}}";
      case "include" ->
          "{\"anyOf\": [{\"$ref\": \"#/properties/include/$defs/file\"}, {\"type\": \"array\","
              + " \"items\": {\"$ref\": \"#/properties/include/$defs/file\"}}], \"$defs\":"
              + " {\"file\": {\"anyOf\": [{\"enum\": "
              + list(Settings.PACKS)
              + "}, {\"type\": \"string\", \"pattern\": \"\\\\.ya?ml$\"}]}}}";
      default -> kind(setting.kind());
    };
  }

  /**
   * @param oneOf tables of which exactly one setting must be there
   */
  private static String object(List<List<Setting>> tables, List<List<Setting>> oneOf) {
    List<String> properties = new ArrayList<>();
    for (List<Setting> table : tables) {
      for (Setting setting : table) {
        properties.add("        " + property(setting, kind(setting.kind())));
      }
    }
    StringBuilder object = new StringBuilder("{\n      \"type\": \"object\",\n");
    for (List<Setting> table : oneOf) {
      List<String> required = new ArrayList<>();
      for (String name : Settings.names(table)) {
        required.add("{\"required\": [" + quoted(name) + "]}");
      }
      object.append("      \"oneOf\": [").append(String.join(", ", required)).append("],\n");
    }
    return object
        .append("      \"additionalProperties\": false,\n      \"properties\": {\n")
        .append(String.join(",\n", properties))
        .append("\n      }\n    }")
        .toString();
  }

  private static String property(Setting setting, String schema) {
    return quoted(setting.name())
        + ": {\"description\": "
        + quoted(setting.about())
        + ", "
        + schema.substring(1);
  }

  private static String kind(Setting.Kind kind) {
    return switch (kind) {
      // plain numbers and dates are texts to the reader: as they are written
      case TEXT -> "{\"type\": [\"string\", \"number\", \"boolean\"]}";
      case FLAG -> "{\"type\": \"boolean\"}";
      case TEXTS, TYPES -> "{\"type\": [\"string\", \"number\", \"array\"], \"minItems\": 1}";
      case SINKS ->
          "{\"type\": \"array\", \"minItems\": 1, \"items\": {\"enum\": "
              + list(Settings.SINKS)
              + "}}";
      case TYPE ->
          "{\"type\": \"string\", \"anyOf\": [{\"enum\": "
              + list(TypeNames.ids())
              + "}, {\"pattern\": "
              + quoted(TYPE_ID)
              + "}, {\"pattern\": \"[*?]\"}]}";
      case MASKER -> "{\"$ref\": \"#/$defs/masker\"}";
      case ALL_OR_NONE -> "{\"enum\": [\"all\", \"none\"]}";
      case CHECKSUM -> "{\"enum\": " + list(CheckDigits.NAMES) + "}";
      case SECTION -> "{}";
    };
  }

  private static String masker() {
    List<String> alone = new ArrayList<>();
    List<String> withSettings = new ArrayList<>();
    for (MaskerInfo masker : Maskers.catalogue()) {
      String needs = needs(masker);
      if (needs.isEmpty()) {
        alone.add(masker.name());
      }
      withSettings.add(quoted(masker.name()) + ": " + settings(masker, needs));
    }
    String one =
        "{\"enum\": "
            + list(alone)
            + "}, {\"type\": \"object\", \"minProperties\": 1, \"maxProperties\": 1,"
            + " \"additionalProperties\": false, \"properties\": {\n        "
            + String.join(",\n        ", withSettings)
            + "}}";
    return "{\"anyOf\": ["
        + one
        + ", {\"type\": \"array\", \"minItems\": 1, \"items\": {\"$ref\":"
        + " \"#/$defs/one-masker\"}}]},\n    \"one-masker\": {\"anyOf\": ["
        + one
        + "]}";
  }

  /** What a masker can't be without, and what goes together. */
  private static String needs(MaskerInfo masker) {
    List<String> required = new ArrayList<>();
    for (MaskerInfo.Setting setting : masker.settings()) {
      if (setting.isRequired()) {
        required.add(setting.name());
      }
    }
    if (masker.name().equals("keep")) {
      return ", \"anyOf\": [{\"required\": [\"first\"]}, {\"required\": [\"last\"]}]";
    }
    return required.isEmpty() ? "" : ", \"required\": " + list(required);
  }

  private static String settings(MaskerInfo masker, String needs) {
    List<String> properties = new ArrayList<>();
    for (MaskerInfo.Setting setting : masker.settings()) {
      properties.add(
          quoted(setting.name())
              + ": {\"description\": "
              + quoted(setting.meaning() + "; " + setting.otherwise())
              + ", "
              + range(setting.range()).substring(1));
    }
    return "{\"description\": "
        + quoted(masker.description())
        + ", \"type\": "
        + (needs.isEmpty() ? "[\"object\", \"null\"]" : "\"object\"")
        + ", \"additionalProperties\": false, \"properties\": {"
        + String.join(", ", properties)
        + "}"
        + needs
        + together(masker.name())
        + "}";
  }

  private static String together(String masker) {
    return switch (masker) {
      case "hash" ->
          ", \"if\": {\"properties\": {\"alphabet\": {\"const\": \"base62\"}}, \"required\":"
              + " [\"alphabet\"]}, \"then\": {\"properties\": {\"length\": {\"maximum\": "
              + MaskerCatalogue.HASH_BASE62
              + "}}}";
      case "date" ->
          ", \"if\": {\"required\": [\"band\"]}, \"then\": {\"properties\": {\"to\": {\"const\":"
              + " \"age\"}}}";
      default -> "";
    };
  }

  private static String range(SettingRange range) {
    return switch (range.kind()) {
      case NUMBER ->
          "{\"type\": \"integer\", \"minimum\": "
              + range.least()
              + ", \"maximum\": "
              + range.most()
              + "}";
      case CHOICE -> "{\"enum\": " + list(range.words()) + "}";
      case SIGN ->
          "{\"type\": \"string\", \"pattern\": "
              + quoted("^([*#~^!?+%$|]|" + OTHER_SIGN + ")$")
              + "}";
      case SIGNS ->
          "{\"type\": \"string\", \"pattern\": "
              + quoted("^([*#~^!?.\\-_+%$|]|" + OTHER_SIGN + ")+$")
              + "}";
      case TEXT -> "{\"type\": [\"string\", \"number\", \"boolean\"], \"minLength\": 1}";
      case KEY -> "{\"type\": [\"string\", \"number\", \"boolean\"]}";
      case ZONE -> "{\"type\": \"string\", \"pattern\": \"^[A-Za-z0-9+:/_-]+$\"}";
    };
  }

  private static String list(List<String> names) {
    List<String> quoted = new ArrayList<>();
    for (String name : names) {
      quoted.add(quoted(name));
    }
    return "[" + String.join(", ", quoted) + "]";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
