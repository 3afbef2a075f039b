package dev.bauta.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is personal, and how it is hidden: the rules for places and the masker of each type.
 * Immutable and thread-safe.
 *
 * <p>A rule of the file goes before the built-in names; of two rules that fit, the first stands.
 */
public final class RuleSet {

  private static final PlaceRule[] NONE = {};

  private final RuleData data;
  private final String sink;
  private final PlaceRule[] columns;
  private final KeyRules keys;
  private final KeyRules mdc;
  private final PlaceRule[] members;
  private final PathRules paths;
  private final LoggerRules loggers;
  private final OriginRules origins;
  private final AllowRules allowed;
  private final TextMasker text;

  /**
   * @param sink the only sink whose rules count, or null for all of them
   */
  RuleSet(RuleData data, String sink) {
    this(data, sink, data.loggers());
  }

  private RuleSet(RuleData data, String sink, List<LoggerRule> loggers) {
    this.data = data;
    this.sink = sink;
    this.columns = places(PlaceRule.Kind.COLUMN, null);
    this.members = places(PlaceRule.Kind.MEMBER, null);
    this.keys = new KeyRules(places(PlaceRule.Kind.KEY, null), data.types());
    this.mdc =
        places(PlaceRule.Kind.MDC, null).length == 0
            ? keys
            : new KeyRules(places(PlaceRule.Kind.KEY, PlaceRule.Kind.MDC), data.types());
    this.paths = pathsHere();
    this.origins = OriginRules.of(data.origins());
    this.allowed = AllowRules.of(data.allowed(), sink);
    Set<PiiType> inTexts = inTexts();
    this.text = textMasker(inTexts);
    this.loggers = loggers.isEmpty() ? null : new LoggerRules(loggers, this, inTexts);
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
    return new RuleSet(data, sinkName);
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
    for (PlaceRule rule : columns) {
      if (rule.pattern().matchesColumn(table, label)) {
        return rule.mark();
      }
    }
    return KeyRules.builtInColumn(data.types(), table, label);
  }

  /**
   * The decision for a JSON property or log key, or null for none. Upper and lower case are the
   * same. One look into a map for keys met before.
   *
   * @param key may be null, which has no rule
   */
  public Mark key(String key) {
    return keys.of(key);
  }

  /**
   * The decision for a key of the logging context, or null for none: rules for such keys and those
   * for all keys, in the order of the file. One look into a map for keys met before.
   *
   * @param key may be null, which has no rule
   */
  public Mark mdc(String key) {
    return mdc.of(key);
  }

  /**
   * The decision for a member of a class, or null for none: the rules for members, then those for
   * keys of its name. Looks at every rule for members: keep the answer.
   *
   * @param className as {@link Class#getName} gives it
   * @param member its name, as printed or serialised
   */
  public Mark member(String className, String member) {
    PlaceRule rule = memberRule(className, member);
    return rule == null ? keys.of(member) : rule.mark();
  }

  /**
   * The decision of the rules for members alone, or null for none or where the value is shown.
   * Looks at every one of them: keep the answer.
   *
   * @param className as {@link Class#getName} gives it
   * @param member its name, as printed or serialised
   */
  public Mark named(String className, String member) {
    PlaceRule rule = memberRule(className, member);
    return rule == null ? null : rule.mark();
  }

  /**
   * Whether a rule hides members of this class.
   *
   * @param className as {@link Class#getName} gives it
   */
  public boolean namesClass(String className) {
    if (members.length > 0) {
      String name = className.replace('$', '.');
      for (PlaceRule rule : members) {
        if (rule.mark() != null && rule.pattern().matches(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private PlaceRule memberRule(String className, String member) {
    if (members.length > 0) {
      String name = className.replace('$', '.');
      for (PlaceRule rule : members) {
        if (rule.isMember(name, member)) {
          return rule;
        }
      }
    }
    return null;
  }

  /** Whether there are rules for members; without any, {@link #member} is {@link #key}. */
  public boolean hasMemberRules() {
    return members.length > 0;
  }

  /** The rules for places in JSON, or null where there are none. */
  public PathRules paths() {
    return paths;
  }

  /** Who sees what without a grant; empty for nobody. */
  public List<RoleRule> roles() {
    return data.roles();
  }

  /** The rules that say which JSON is meant, or null where all of it is masked. */
  public OriginRules origins() {
    return origins;
  }

  /**
   * The rules for what a logger prints: this rule set where no rule names the logger. One look into
   * a map for names met before.
   *
   * @param name the logger's; null has no rules of its own
   */
  public RuleSet logger(String name) {
    return loggers == null || name == null ? this : loggers.of(name);
  }

  /** Whether there are rules for loggers; without any, {@link #logger} gives this rule set. */
  public boolean hasLoggerRules() {
    return loggers != null;
  }

  /**
   * Whether a value is shown although its place is personal: it is on an allow list.
   *
   * @param value the whole value, never null
   */
  public boolean allows(PiiType type, String value) {
    return allowed != null && allowed.allows(type, value);
  }

  /**
   * The decision for a member annotated with {@code @Pii}; never null. Numbers are hidden too: the
   * annotation names this one member.
   *
   * @param typeId empty for personal data of no type
   */
  public Mark annotated(String typeId) {
    PiiType type = typeId == null || typeId.isEmpty() ? PiiType.PII : PiiType.of(typeId);
    return new Mark(type, typeRule(type).masker(), true);
  }

  /** The masker for free text; never null. */
  public TextMasker text() {
    return text;
  }

  TypeRule typeRule(PiiType type) {
    return data.types().of(type);
  }

  /** The same with other rules for some types, and without rules for loggers. */
  RuleSet withTypes(Map<PiiType, TypeRule> others) {
    return new RuleSet(data.withTypes(data.types().with(others)), sink, List.of());
  }

  private PlaceRule[] places(PlaceRule.Kind kind, PlaceRule.Kind orKind) {
    List<PlaceRule> fitting = new ArrayList<>();
    for (PlaceRule rule : data.places()) {
      if ((rule.kind() == kind || rule.kind() == orKind) && PlaceRule.holds(rule.sinks(), sink)) {
        fitting.add(rule);
      }
    }
    return fitting.toArray(NONE);
  }

  private PathRules pathsHere() {
    List<PathRule> fitting = new ArrayList<>();
    for (PathRule rule : data.paths()) {
      if (PlaceRule.holds(rule.sinks(), sink)) {
        fitting.add(rule);
      }
    }
    return fitting.isEmpty() ? null : new PathRules(fitting);
  }

  private Set<PiiType> inTexts() {
    Set<PiiType> types = new HashSet<>(PiiType.CONTENT);
    for (ContentRule rule : data.contents()) {
      types.add(rule.type());
    }
    return types;
  }

  private TextMasker textMasker(Set<PiiType> types) {
    int most = 0;
    for (PiiType type : types) {
      most = Math.max(most, type.index());
    }
    Masker[] maskers = new Masker[most + 1];
    long[] enabled = new long[(most >>> 6) + 1];
    for (PiiType type : types) {
      TypeRule rule = typeRule(type);
      maskers[type.index()] = rule.masker();
      enabled[type.index() >>> 6] |= rule.enabled() ? 1L << type.index() : 0;
    }
    Detector own = OwnDetectors.of(data.contents(), sink);
    boolean log = "log".equals(sink);
    boolean rows = "jdbc".equals(sink); // short texts, seldom of the same shape
    return new TextMasker(maskers, enabled, own, allowed, log, !rows);
  }

  /** Made when asked for, after the classes it needs. */
  private static final class BuiltIn {
    static final RuleSet RULES = new RuleSet(RuleData.BUILT_IN, null);
  }
}
