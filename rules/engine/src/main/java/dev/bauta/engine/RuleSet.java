package dev.bauta.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is personal, and how it is hidden: the rules for places and the masker of each type.
 * Immutable and thread-safe.
 *
 * <p>A rule of the file goes before the built-in names; of two rules that fit, the first stands.
 */
public final class RuleSet {

  // Programs have a few hundred keys. Past this, whoever sends new ones pays for the look himself.
  private static final int CACHED_KEYS = 4096;
  private static final Object NO_RULE = new Object();

  private final List<PlaceRule> rules;
  private final Map<String, TypeRule> types;
  private final String sink;
  private final TextMasker text;
  private final Map<String, Object> keys = new ConcurrentHashMap<>();

  /**
   * @param sink the only sink whose rules count, or null for all of them
   */
  RuleSet(List<PlaceRule> rules, Map<String, TypeRule> types, String sink) {
    this.rules = List.copyOf(rules);
    this.types = Map.copyOf(types);
    this.sink = sink;
    this.text = textMasker();
  }

  /** All built-in types and names, without a rule file. */
  public static RuleSet builtIn() {
    return BuiltIn.RULES;
  }

  /**
   * The rules that hold in one sink.
   *
   * @param sinkName {@code log}, {@code jdbc} or {@code json}
   */
  public RuleSet on(String sinkName) {
    return new RuleSet(rules, types, sinkName);
  }

  /**
   * The decision for a column, or null for none. Upper and lower case are the same. Looks at every
   * rule: keep the answer.
   *
   * @param table {@code table} or {@code schema.table}; null or empty where the driver does not
   *     tell, and then a rule that names a table holds for its column name in any table
   * @param label the column's label, never null
   */
  public Mark column(String table, String label) {
    for (PlaceRule rule : rules) {
      if (rule.isColumn(sink, table, label)) {
        return rule.mark();
      }
    }
    return builtInName(label);
  }

  /**
   * The decision for a JSON property, MDC key or log key, or null for none. Upper and lower case
   * are the same. One look into a map for keys met before.
   *
   * @param key may be null, which has no rule
   */
  public Mark key(String key) {
    if (key == null) {
      return null;
    }
    Object known = keys.get(key);
    if (known == null) {
      known = decide(key);
    }
    return known == NO_RULE ? null : (Mark) known;
  }

  /**
   * The decision for a member annotated with {@code @Pii}; never null. Numbers are hidden too: the
   * annotation names this one member.
   *
   * @param typeId empty for personal data of no type
   */
  public Mark annotated(String typeId) {
    PiiType type = typeId == null || typeId.isEmpty() ? PiiType.PII : PiiType.of(typeId);
    return new Mark(type, masker(type), true);
  }

  /** The masker for free text; never null. */
  public TextMasker text() {
    return text;
  }

  private Object decide(String key) {
    Mark mark = null;
    boolean ruled = false;
    for (PlaceRule rule : rules) {
      if (rule.isKey(sink, key)) {
        mark = rule.mark();
        ruled = true;
        break;
      }
    }
    if (!ruled) {
      mark = builtInName(key);
    }
    Object answer = mark == null ? NO_RULE : mark;
    if (keys.size() < CACHED_KEYS) {
      keys.put(key, answer);
    }
    return answer;
  }

  private Mark builtInName(String name) {
    PiiType type = Labels.type(name);
    return type == null || !enabled(type) ? null : new Mark(type, masker(type), false);
  }

  private boolean enabled(PiiType type) {
    TypeRule rule = types.get(type.id());
    return rule == null || rule.enabled();
  }

  private Masker masker(PiiType type) {
    TypeRule rule = types.get(type.id());
    return rule == null || rule.masker() == null ? Maskers.PARTIAL : rule.masker();
  }

  private TextMasker textMasker() {
    Masker[] maskers = new Masker[PiiType.CONTENT.size()];
    long[] enabled = new long[(maskers.length >>> 6) + 1];
    for (PiiType type : PiiType.CONTENT) {
      maskers[type.index()] = masker(type);
      enabled[type.index() >>> 6] |= enabled(type) ? 1L << type.index() : 0;
    }
    return new TextMasker(maskers, enabled);
  }

  /** Made when asked for, after the classes it needs. */
  private static final class BuiltIn {
    static final RuleSet RULES = new RuleSet(List.of(), Map.of(), null);
  }
}
