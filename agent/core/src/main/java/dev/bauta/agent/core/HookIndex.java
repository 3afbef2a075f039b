package dev.bauta.agent.core;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.LinkCode;
import dev.bauta.agent.api.Masking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which class is whose: the exact names, and the constants that give a class away. Immutable once
 * built; read by every thread that loads a class.
 */
final class HookIndex {

  /** One instrumentation's hook, with its owner for the status. */
  record Entry(Instrumentation owner, ClassHook hook) {}

  private final Map<String, List<Entry>> byName = new HashMap<>();
  private final Map<String, Instrumentation> ownerByBinaryName = new HashMap<>();
  private final List<Entry> byConstant = new ArrayList<>();
  private final List<Entry> byRule = new ArrayList<>();
  private final Map<String, List<Entry>> ofOrigins = new HashMap<>();
  private final List<Entry> calling = new ArrayList<>();
  private final ConstantPoolScan scan;
  private final ConstantPoolScan printing = new ConstantPoolScan("toString");
  private final ConstantPoolScan woven = new ConstantPoolScan(LinkCode.PREMAIN_CLASS);
  private final Masking rules;

  /**
   * @param rules asked for the classes that they name
   */
  HookIndex(List<Instrumentation> instrumentations, Masking rules) {
    this.rules = rules;
    for (Instrumentation instrumentation : instrumentations) {
      for (ClassHook hook : instrumentation.hooks()) {
        Entry entry = new Entry(instrumentation, hook);
        if (hook.ofOrigins() && hook.className() == null) {
          calling.add(entry);
        } else if (hook.ofOrigins()) {
          ofOrigins.computeIfAbsent(hook.className(), n -> new ArrayList<>()).add(entry);
        } else if (hook.className() != null) {
          ownerByBinaryName.put(hook.className().replace('/', '.'), instrumentation);
          byName.computeIfAbsent(hook.className(), n -> new ArrayList<>()).add(entry);
        } else if (hook.constant() != null) {
          byConstant.add(entry);
        } else {
          byRule.add(entry);
        }
      }
    }
    String[] constants = new String[byConstant.size()];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = byConstant.get(i).hook().constant();
    }
    scan = new ConstantPoolScan(constants);
  }

  /** What to do with a class of these entries. */
  static List<ClassHook> hooks(List<Entry> entries) {
    List<ClassHook> hooks = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      hooks.add(entry.hook());
    }
    return hooks;
  }

  /** The instrumentation that hooks the class of this name (with dots), or null. */
  Instrumentation ownerOfBinaryName(String className) {
    Instrumentation owner = ownerByBinaryName.get(className);
    return owner == null && rules.hasOriginRules() && isOfOrigins(className)
        ? ofOrigins.get(className.replace('.', '/')).get(0).owner()
        : owner;
  }

  /** The instrumentations by the names (with dots) of the classes they hook. */
  Map<String, Instrumentation> ownersByBinaryName() {
    return Collections.unmodifiableMap(ownerByBinaryName);
  }

  /**
   * Whether a class file was rewritten at build time. Every rewrite names the door of the agent,
   * and nothing else does; tools that copy the code copy the name.
   */
  boolean isWoven(byte[] classFile) {
    return woven.hits(classFile) != 0;
  }

  /**
   * Whether the class is rewritten only while rules say which JSON is meant.
   *
   * @param className with dots
   */
  boolean isOfOrigins(String className) {
    return ofOrigins.containsKey(className.replace('.', '/'));
  }

  /** Whether a rule is for the JSON that the class writes. */
  boolean isCalling(String className) {
    return rules.namesCaller(className);
  }

  /**
   * Whether a rule or another class names the class, and there is something to rewrite in it.
   *
   * @param className with dots or slashes
   */
  boolean isRuled(String className, byte[] classFile) {
    return !byRule.isEmpty()
        && (rules.namesClass(className) || isAlsoRewritten(className))
        && printing.hits(classFile) != 0;
  }

  private boolean isAlsoRewritten(String className) {
    for (int i = 0; i < byRule.size(); i++) {
      if (byRule.get(i).owner().alsoRewrites(className)) {
        return true;
      }
    }
    return false;
  }

  /** One bit for each hook by constant that the class is meant by. */
  private int hits(byte[] classFile) {
    int hits = byConstant.isEmpty() ? 0 : scan.hits(classFile);
    for (int i = 0; hits >> i != 0; i++) {
      if ((hits & 1 << i) != 0 && !byConstant.get(i).hook().means(classFile)) {
        hits &= ~(1 << i);
      }
    }
    return hits;
  }

  /** Whether a class file holds one of the constants looked for. */
  boolean marks(byte[] classFile) {
    return hits(classFile) != 0;
  }

  /**
   * The hooks for a class, or null for none.
   *
   * @param application whether the class belongs to the application: only then its constants count
   */
  List<Entry> entriesFor(String className, byte[] classFile, boolean application) {
    List<Entry> named = byName.get(className);
    if (application && rules.hasOriginRules()) {
      named = withOrigins(className, named);
    }
    if (!application) {
      return named;
    }
    int hits = hits(classFile);
    boolean ruled = isRuled(className, classFile);
    if (hits == 0 && !ruled) {
      return named;
    }
    List<Entry> entries = named == null ? new ArrayList<>() : new ArrayList<>(named);
    for (int i = 0; i < byConstant.size(); i++) {
      if ((hits & 1 << i) != 0) {
        entries.add(byConstant.get(i));
      }
    }
    if (ruled) {
      entries.addAll(byRule);
    }
    return entries;
  }

  private List<Entry> withOrigins(String className, List<Entry> named) {
    List<Entry> more = ofOrigins.get(className);
    boolean calls = rules.namesCaller(className);
    if (more == null && !calls) {
      return named;
    }
    List<Entry> entries = named == null ? new ArrayList<>() : new ArrayList<>(named);
    if (more != null) {
      entries.addAll(more);
    }
    if (calls) {
      entries.addAll(calling);
    }
    return entries;
  }
}
