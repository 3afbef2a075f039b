package dev.bauta.engine;

import dev.bauta.engine.Setting.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The settings of each part of a rule file. */
final class Settings {

  static final List<String> SINKS = List.of("jdbc", "json", "log");

  /** The built-in packs, each a rule file in the jar. */
  static final List<String> PACKS = List.of("eu", "health", "payment", "secrets", "us");

  static final List<Setting> FILE =
      List.of(
          new Setting(
              "include",
              Kind.TEXTS,
              "Other rule files: a built-in pack (eu, health, payment, secrets, us) or a path ending"
                  + " in .yaml or .yml, relative to this file. What this file says goes before."),
          new Setting(
              "defaults",
              Kind.ALL_OR_NONE,
              "all (the default) looks for every built-in type; none only for those that this file,"
                  + " a pack or a rule turns on."),
          new Setting("types", Kind.SECTION, "What holds for a type wherever it is found."),
          new Setting("keys", Kind.SECTION, "The secret keys of the keyed maskers, by name."),
          new Setting("rules", Kind.SECTION, "What is personal in your own data. The first fits."),
          new Setting("allow", Kind.SECTION, "What is shown although it looks personal."),
          new Setting("tests", Kind.SECTION, "Examples that must hold for the file to be loaded."));

  static final List<Setting> TYPE =
      List.of(
          new Setting(
              "enabled", Kind.FLAG, "Whether it is looked for in text and under built-in names."),
          new Setting("masker", Kind.MASKER, "How its values are hidden; partial unless told."),
          new Setting(
              "numeric",
              Kind.FLAG,
              "Whether numbers under built-in names of this type are hidden too, as 0 or null."));

  static final List<Setting> KEY =
      List.of(
          new Setting("env", Kind.TEXT, "The environment variable that holds the key."),
          new Setting("file", Kind.TEXT, "The file that holds the key, relative to this file."),
          new Setting("keystore", Kind.TEXT, "The PKCS #12 key store that holds the key."),
          new Setting("alias", Kind.TEXT, "The key's name inside the key store."),
          new Setting("passwordEnv", Kind.TEXT, "The variable that holds the store's password."),
          new Setting("passwordFile", Kind.TEXT, "The file that holds the store's password."),
          new Setting("previous", Kind.TEXT, "The key this one took over from."),
          new Setting("id", Kind.TEXT, "What names the key in masked values; short."));

  /** The places of a rule; it has exactly one. */
  static final List<Setting> PLACES =
      List.of(
          new Setting(
              "column",
              Kind.TEXT,
              "A database column: name, table.name or schema.table.name, with * and ?."),
          new Setting(
              "key", Kind.TEXT, "A JSON property, log key or MDC key of this name, with * and ?."),
          new Setting(
              "path",
              Kind.TEXT,
              "A place in JSON: $.customer.email, $.orders[*].iban, $..iban; names may have * and"
                  + " ?. Holds for all that is below."),
          new Setting("mdc", Kind.TEXT, "A key of the logging context only, with * and ?."),
          new Setting(
              "member",
              Kind.TEXT,
              "A member of a class: com.acme.Customer.ssn, with * and ?, for JSON and toString."),
          new Setting(
              "class", Kind.TEXT, "All members of a class: com.acme.Customer, with * and ?."),
          new Setting(
              "logger",
              Kind.TEXT,
              "The loggers of this name, with * and ?: there, type, masker and enabled hold instead"
                  + " of what types says."),
          new Setting(
              "traffic",
              Kind.TEXT,
              "JSON that goes this way: server (answers of a server), client (requests to other"
                  + " services), message, cache, other; with *. enabled says whether it is masked."),
          new Setting(
              "caller",
              Kind.TEXT,
              "JSON written while a method of this class runs, with * and ?. enabled says whether"
                  + " it is masked."),
          new Setting(
              "mapper",
              Kind.TEXT,
              "JSON of mappers of this class, or made while a method of this class ran, with * and"
                  + " ?. enabled says whether it is masked."),
          new Setting(
              "target",
              Kind.TEXT,
              "JSON documents of this class, its subclasses, and lists and arrays of it, with * and"
                  + " ?. enabled says whether they are masked."),
          new Setting(
              "role",
              Kind.TEXT,
              "Whoever has this role in the application's own security sees values of the type as"
                  + " they are, without a grant. One role, no globs."),
          new Setting("pattern", Kind.TEXT, "A regular expression, searched for in every text."),
          new Setting("words", Kind.TEXTS, "Words searched for in every text, as whole words."),
          new Setting(
              "wordsFile",
              Kind.TEXT,
              "A file of such words, one a line, # for comments; relative to this file."));

  static final List<Setting> RULE =
      List.of(
          new Setting("name", Kind.TEXT, "Shown by explain; unique in its file."),
          new Setting(
              "type", Kind.TYPE, "What the value is: a built-in type or one of your own naming."),
          new Setting("masker", Kind.MASKER, "How it is hidden, instead of the type's masker."),
          new Setting("numeric", Kind.FLAG, "Whether numbers are hidden too, as 0 or null."),
          new Setting("sinks", Kind.SINKS, "Where the rule holds; everywhere unless told."),
          new Setting("enabled", Kind.FLAG, "false: the place is no personal data."),
          new Setting(
              "checksum", Kind.CHECKSUM, "What a match of the pattern must satisfy besides."),
          new Setting(
              "from",
              Kind.TEXTS,
              "For a role: the request must come from these addresses: 10.0.0.0/8, fd00::/8."),
          new Setting(
              "authentication",
              Kind.TEXTS,
              "For a role: how the person must have logged in, as servlets call it: BASIC, FORM,"
                  + " CLIENT_CERT."),
          new Setting(
              "session",
              Kind.TEXT,
              "For a role: there must be a session, and no older than this: 30m, 8h."),
          new Setting(
              "context",
              Kind.TEXTS,
              "Words of which one must stand within 40 characters before a match."));

  /** What an allow list names; it has exactly one. */
  static final List<Setting> ALLOWED =
      List.of(
          new Setting("values", Kind.TEXTS, "These very values, whatever their case."),
          new Setting("valuesFile", Kind.TEXT, "A file of such values, one a line."),
          new Setting("pattern", Kind.TEXT, "Values that match this pattern from end to end."),
          new Setting("cidr", Kind.TEXTS, "IP addresses in these ranges: 10.0.0.0/8, fd00::/8."));

  static final List<Setting> ALLOW =
      List.of(
          new Setting("types", Kind.TYPES, "For these types only; globs such as national-id-*."),
          new Setting("sinks", Kind.SINKS, "In these sinks only."));

  /** Where the text of a test is; at most one, and free text without any. */
  static final List<Setting> TEST_PLACES =
      List.of(
          new Setting("column", Kind.TEXT, "The text is the value of this column."),
          new Setting("key", Kind.TEXT, "The text is the value of this key."),
          new Setting("path", Kind.TEXT, "The text is the value at this place: $.orders[0].iban."),
          new Setting("mdc", Kind.TEXT, "The text is the value of this MDC key."),
          new Setting("member", Kind.TEXT, "The text is the value of this member of a class."),
          new Setting("logger", Kind.TEXT, "The text is logged by this logger."),
          new Setting("traffic", Kind.TEXT, "The text is JSON that goes this way."),
          new Setting("caller", Kind.TEXT, "The text is JSON that this class writes."),
          new Setting("mapper", Kind.TEXT, "The text is JSON of a mapper made by this class."),
          new Setting("target", Kind.TEXT, "The text is JSON of this class."));

  /** The places that say which JSON is meant. */
  static final List<String> ORIGINS = List.of("traffic", "caller", "mapper", "target");

  /** What a test expects; exactly one. */
  static final List<Setting> EXPECTED =
      List.of(
          new Setting("masked", Kind.TEXT, "The text as it must come out."),
          new Setting("finds", Kind.TYPES, "The types that must be found, in order."),
          new Setting("clean", Kind.FLAG, "true: nothing may be found."));

  static final List<Setting> TEST =
      List.of(
          new Setting("text", Kind.TEXT, "The example."),
          new Setting("sink", Kind.TEXT, "log, jdbc or json; only rules of that sink count."));

  private Settings() {}

  /** The names of a table, in its order. */
  static List<String> names(List<Setting> table) {
    List<String> names = new ArrayList<>();
    for (Setting setting : table) {
      names.add(setting.name());
    }
    return names;
  }

  @SafeVarargs
  static List<String> names(List<Setting>... tables) {
    List<String> names = new ArrayList<>();
    for (List<Setting> table : tables) {
      names.addAll(names(table));
    }
    return names;
  }

  /**
   * Which settings mean something at a place, besides name, enabled and type; none at the places
   * that say which JSON is meant.
   */
  static final Map<String, List<String>> FITTING =
      Map.ofEntries(
          Map.entry("column", List.of("masker", "numeric", "sinks")),
          Map.entry("key", List.of("masker", "numeric", "sinks")),
          Map.entry("path", List.of("masker", "numeric", "sinks")),
          Map.entry("mdc", List.of("masker", "numeric")),
          Map.entry("member", List.of("masker", "numeric", "sinks")),
          Map.entry("class", List.of("masker", "numeric", "sinks")),
          Map.entry("logger", List.of("masker")),
          Map.entry("role", List.of("sinks", "from", "authentication", "session")),
          Map.entry("pattern", List.of("masker", "sinks", "checksum", "context")),
          Map.entry("words", List.of("masker", "sinks", "context")),
          Map.entry("wordsFile", List.of("masker", "sinks", "context")));
}
