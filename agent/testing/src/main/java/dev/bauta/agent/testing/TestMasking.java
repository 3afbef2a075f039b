package dev.bauta.agent.testing;

import dev.bauta.agent.api.Given;
import dev.bauta.agent.api.JsonPlace;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Masking simple enough to foresee in a test. Text: e-mail addresses become {@code [EMAIL]}, runs
 * of 16 digits {@code [CARD]}, and every text given to {@link #hiding} {@code [HIDDEN]}. Columns
 * and keys given to {@link #rule}, and annotated members, become {@code [TYPE]}; numbers 0 or null
 * where the rule says so. A principal named in {@link #granting} sees raw values in places of the
 * jdbc and json sinks.
 */
public final class TestMasking implements Masking {

  private static final Pattern FOUND =
      Pattern.compile("(?<email>[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+)|(?<card>(?<!\\d)\\d{16}(?!\\d))");

  private final Map<String, TestPlace> rules = new ConcurrentHashMap<>();
  private final Map<String, TestPlace> paths = new ConcurrentHashMap<>();
  private final Map<String, TestPlace> members = new ConcurrentHashMap<>();
  private final Map<String, String> loggers = new ConcurrentHashMap<>();
  private final AtomicInteger memberChanges = new AtomicInteger();
  private final Set<String> granted = ConcurrentHashMap.newKeySet();
  private final List<String> hidden = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger texts = new AtomicInteger();
  private final AtomicInteger reveals = new AtomicInteger();
  private final ThreadLocal<String> lastRevealed = new ThreadLocal<>();
  private final Given given = new TestGiven();
  private final TestViewers viewers;
  private volatile Error broken;

  /** Masking for the principals of these viewers. */
  public TestMasking(TestViewers viewers) {
    this.viewers = viewers;
  }

  /** Hides these texts wherever they occur. */
  public TestMasking hiding(String... values) {
    hidden.addAll(List.of(values));
    return this;
  }

  /** A rule for a key or column label, or for {@code table.label}, whatever the case. */
  public TestMasking rule(String name, String type) {
    return rule(name, type, false);
  }

  /** As {@link #rule(String, String)}, with the choice to name the place for numbers. */
  public TestMasking rule(String name, String type, boolean numeric) {
    rules.put(name.toLowerCase(Locale.ROOT), new TestPlace(type, numeric));
    return this;
  }

  /** A rule for a place in JSON, and all below: {@code $.orders[].iban}, exactly. */
  public TestMasking path(String path, String type) {
    paths.put(path, new TestPlace(type, false));
    return this;
  }

  /**
   * A rule for a member of a class, which is named as in Java; the case of the member does not
   * matter.
   */
  public TestMasking member(String className, String member, String type) {
    members.put(className + "#" + member.toLowerCase(Locale.ROOT), new TestPlace(type, true));
    memberChanges.incrementAndGet();
    return this;
  }

  /** Hides this text in what a logger writes, and there only. */
  public TestMasking hidingIn(String logger, String value) {
    loggers.put(logger, value);
    return this;
  }

  /** Lets a principal see raw values of places in the jdbc and json sinks. */
  public TestMasking granting(String principal) {
    granted.add(principal);
    return this;
  }

  /** Takes a principal's grant away. */
  public TestMasking revoking(String principal) {
    granted.remove(principal);
    return this;
  }

  /** From now on everything here throws, as no agent would, to try the guards around hooks. */
  public TestMasking breaking() {
    broken = new StackOverflowError("masking is broken");
    return this;
  }

  /** What {@link #failed} was told. */
  public List<Throwable> failures() {
    return failures;
  }

  /** How many texts were looked at. */
  public int texts() {
    return texts.get();
  }

  /** How many raw values places have shown. */
  public int reveals() {
    return reveals.get();
  }

  @Override
  public String text(Sink sink, String field, String text) {
    texts.incrementAndGet();
    if (broken != null) {
      throw broken;
    }
    if (text == null) {
      return null;
    }
    String masked = text;
    if (FOUND.matcher(masked).find()) {
      masked =
          FOUND.matcher(masked).replaceAll(m -> m.group().indexOf('@') >= 0 ? "[EMAIL]" : "[CARD]");
    }
    for (String value : hidden) {
      masked = masked.replace(value, "[HIDDEN]");
    }
    String inThisLogger = sink == Sink.LOG && field != null ? loggers.get(field) : null;
    if (inThisLogger != null) {
      masked = masked.replace(inThisLogger, "[LOGGER]");
    }
    return masked.equals(text) ? text : masked;
  }

  @Override
  public Object printed(Sink sink, String field, Object value) {
    if (value == null || value instanceof Throwable || value instanceof Boolean) {
      return value;
    }
    String text = value.toString();
    String masked = text(sink, field, text);
    return text == null || masked.equals(text) ? value : masked;
  }

  @Override
  public Place column(String table, String label) {
    Place exact = rules.get((table + "." + label).toLowerCase(Locale.ROOT));
    return exact != null ? exact : rules.get(label.toLowerCase(Locale.ROOT));
  }

  @Override
  public Place key(Sink sink, String key) {
    if (broken != null) {
      throw broken;
    }
    TestPlace place = rules.get(key.toLowerCase(Locale.ROOT));
    return place == null || sink != Sink.LOG ? place : place.unrevealed();
  }

  @Override
  public boolean hasLoggerRules() {
    return !loggers.isEmpty();
  }

  @Override
  public JsonPlace jsonRoot() {
    if (broken != null) {
      throw broken;
    }
    return paths.isEmpty() ? null : new TestPath("$");
  }

  @Override
  public boolean namesClass(String className) {
    String prefix = className.replace('/', '.') + "#";
    return members.keySet().stream().anyMatch(member -> member.startsWith(prefix));
  }

  @Override
  public Place member(Sink sink, String className, String member) {
    TestPlace place =
        members.get(className.replace('/', '.') + "#" + member.toLowerCase(Locale.ROOT));
    return place == null || sink != Sink.LOG ? place : place.unrevealed();
  }

  @Override
  public int memberRulesChanges() {
    return memberChanges.get();
  }

  @Override
  public Place annotated(Sink sink, String type, String field) {
    return new TestPlace(type.isEmpty() ? "pii" : type, true, sink != Sink.LOG);
  }

  @Override
  public boolean sameForAll(Sink sink) {
    return granted.isEmpty();
  }

  @Override
  public boolean alreadyRevealed(String text) {
    String last = lastRevealed.get();
    return text != null && Same.instance(text, last);
  }

  @Override
  public Given given() {
    return given;
  }

  @Override
  public void failed(Throwable failure) {
    failures.add(failure);
  }

  private final class TestPath implements JsonPlace {
    private final String path;

    private TestPath(String path) {
      this.path = path;
    }

    @Override
    public JsonPlace member(String name) {
      return new TestPath(path + "." + name);
    }

    @Override
    public JsonPlace element() {
      return new TestPath(path + "[]");
    }

    @Override
    public boolean decided() {
      return rule() != null;
    }

    @Override
    public Place rule() {
      for (Map.Entry<String, TestPlace> rule : paths.entrySet()) {
        if ((path + ".").startsWith(rule.getKey() + ".") || path.startsWith(rule.getKey() + "[")) {
          return rule.getValue();
        }
      }
      return null;
    }
  }

  private final class TestPlace implements Place {
    private final String type;
    private final boolean numeric;
    private final boolean revealing;

    TestPlace(String type, boolean numeric) {
      this(type, numeric, true);
    }

    TestPlace(String type, boolean numeric, boolean revealing) {
      this.type = type;
      this.numeric = numeric;
      this.revealing = revealing;
    }

    TestPlace unrevealed() {
      return new TestPlace(type, numeric, false);
    }

    @Override
    public boolean numeric() {
      return numeric;
    }

    @Override
    public String type() {
      return type;
    }

    @Override
    public Object hide(Object value) {
      if (broken != null) {
        throw broken;
      }
      if (value == null) {
        return null;
      }
      if (revealed()) {
        if (value instanceof String text) {
          lastRevealed.set(text);
        }
        return value;
      }
      return value instanceof CharSequence || value instanceof Character
          ? "[" + type.toUpperCase(Locale.ROOT) + "]"
          : null;
    }

    @Override
    public boolean revealed() {
      String viewer = revealing ? viewers.name() : null;
      if (viewer == null || !granted.contains(viewer)) {
        return false;
      }
      reveals.incrementAndGet();
      return true;
    }
  }
}
