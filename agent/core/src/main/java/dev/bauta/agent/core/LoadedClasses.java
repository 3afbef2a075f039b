package dev.bauta.agent.core;

import dev.bauta.agent.api.Instrumentation;
import dev.bauta.engine.RuleSet;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes that are loaded already: rewritten before main, and looked through again after start
 * for what slipped by (a class loaded inside another agent's transformer is shown to nobody).
 */
class LoadedClasses {

  /** A loaded class that is hooked by name, with its instrumentation. */
  record Hooked(Class<?> type, Instrumentation owner) {}

  /**
   * What one look at the loaded classes found.
   *
   * @param hooked the classes hooked by name
   * @param micrometer the application's meter registry holder, or null
   * @param mbeanServer whether the platform MBean server is in use
   */
  record Round(List<Hooked> hooked, Class<?> micrometer, boolean mbeanServer) {}

  private static final String MICROMETER = "io.micrometer.core.instrument.Metrics";
  private static final String MBEAN_SERVER = "com.sun.jmx.mbeanserver.JmxMBeanServer";

  private final java.lang.instrument.Instrumentation jvm;
  private final HookIndex index;
  private final SinkStatus status;
  private final RewrittenClasses rewritten;

  LoadedClasses(
      java.lang.instrument.Instrumentation jvm,
      HookIndex index,
      SinkStatus status,
      RewrittenClasses rewritten) {
    this.jvm = jvm;
    this.index = index;
    this.status = status;
    this.rewritten = rewritten;
  }

  /** Rewrites every class hooked by name that was loaded without having been rewritten. */
  Round catchUp() {
    List<Hooked> hooked = new ArrayList<>();
    Class<?> micrometer = null;
    boolean mbeanServer = false;
    for (Class<?> type : jvm.getAllLoadedClasses()) {
      String name = type.getName();
      Instrumentation owner = index.ownerOfBinaryName(name);
      if (owner != null) {
        retransform(type, owner);
        hooked.add(new Hooked(type, owner));
      } else if (name.equals(MICROMETER) && type.getClassLoader() != own()) {
        micrometer = type;
      } else if (name.equals(MBEAN_SERVER)) {
        mbeanServer = true;
      }
    }
    return new Round(hooked, micrometer, mbeanServer);
  }

  private static ClassLoader own() {
    return LoadedClasses.class.getClassLoader();
  }

  /**
   * As {@link #catchUp()}, and looks for annotated classes among those that a class data archive
   * (AOT cache) brought in before premain. Without such an archive there are none.
   */
  void catchUpBeforeMain() {
    catchUp();
    ClassLoader system = ClassLoader.getSystemClassLoader();
    for (Class<?> type : jvm.getAllLoadedClasses()) {
      if (type.getClassLoader() == system && !type.isArray() && !type.isHidden()) {
        byte[] classFile = classFile(type);
        if (classFile != null
            && (index.marks(classFile)
                || index.isRuled(type.getName(), classFile)
                || index.isCalling(type.getName()))) {
          retransform(type, null);
        }
      }
    }
  }

  /**
   * Rewrites the loaded classes that the new rules name, and those that the old ones named and the
   * new ones do not; and what tells the origin of JSON where rules begin or cease to ask for it.
   * The rewrite begins with the class as it was written.
   */
  void rewriteNamed(RuleSet before, RuleSet after) {
    for (Class<?> type : jvm.getAllLoadedClasses()) {
      ClassLoader loader = type.getClassLoader();
      boolean theirs = loader != null && loader != ClassLoader.getPlatformClassLoader();
      String name = type.getName();
      if (theirs
          && (names(before, name)
              || names(after, name)
              || asksOrigins(before) != asksOrigins(after) && index.isOfOrigins(name))
          && jvm.isModifiableClass(type)) {
        try {
          jvm.retransformClasses(type);
        } catch (Throwable failure) {
          status.rewriteFailed(name, failure);
        }
      }
    }
  }

  private static boolean names(RuleSet rules, String className) {
    return rules.namesClass(className)
        || asksOrigins(rules) && rules.origins().namesCaller(className);
  }

  private static boolean asksOrigins(RuleSet rules) {
    return rules.origins() != null;
  }

  /** One class at a time: a class that cannot be rewritten must not take others with it. */
  private void retransform(Class<?> type, Instrumentation owner) {
    String name = type.getName().replace('.', '/');
    if (rewritten.contains(type.getClassLoader(), name)) {
      return;
    }
    try {
      jvm.retransformClasses(type);
    } catch (Throwable failure) {
      if (owner != null) {
        status.notRewritten(owner, type.getName());
      } else {
        status.rewriteFailed(type.getName(), failure);
      }
    }
  }

  private static byte[] classFile(Class<?> type) {
    String resource = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (Exception unreadable) {
      return null; // generated at run time: it has no file, and no annotation of ours either
    }
  }
}
