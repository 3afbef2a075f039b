package dev.bauta.agent.core;

import dev.bauta.agent.api.ClassRewriter;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.engine.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes of a JVM that gave no instrumentation: they are as they were woven at build time.
 * What is on the class path and was not woven is found by its file, and said. Used by the agent's
 * one thread.
 */
final class WovenClasses extends LoadedClasses {

  private final HookIndex index;
  private final Linker linker;
  private final SinkStatus status;
  private final ClassLoader application = ClassLoader.getSystemClassLoader();
  private final List<String> woven = new ArrayList<>();
  private final Set<Instrumentation> shown = new HashSet<>();
  private boolean looked;

  private WovenClasses(HookIndex index, Linker linker, SinkStatus status) {
    super(null, index, status, null);
    this.index = index;
    this.linker = linker;
    this.status = status;
  }

  /** Does nothing yet: it runs on a thread of the application, in the middle of anything. */
  static LoadedClasses begin(
      HookIndex index, Linker linker, SinkStatus status, ApplicationSighting sighting) {
    sighting.saw(ClassLoader.getSystemClassLoader());
    return new WovenClasses(index, linker, status);
  }

  /** Looks through the class path once; shows a class of each library when it is in use. */
  @Override
  Round catchUp() {
    if (!looked) {
      looked = true;
      index.ownersByBinaryName().forEach(this::look);
    }
    List<Hooked> hooked = new ArrayList<>();
    Map<String, Instrumentation> owners = index.ownersByBinaryName();
    List<Instrumentation> linked = linker.linked();
    for (Instrumentation owner : linked) {
      if (!owners.containsValue(owner)) {
        status.inUse(owner); // its classes are known by what is in them, not by name
      }
    }
    for (String name : woven) {
      Instrumentation owner = owners.get(name);
      if (linked.contains(owner) && shown.add(owner)) {
        Class<?> type = type(name);
        if (type != null) {
          hooked.add(new Hooked(type, owner));
        }
      }
    }
    return new Round(hooked, null, false);
  }

  /** Classes that were not woven for these rules stay as they are. */
  @Override
  void rewriteNamed(RuleSet before, RuleSet after) {
    System.err.println(
        "[bauta] rules that name classes, or say which JSON is meant, hold only in classes woven"
            + " with them: weave again.");
  }

  private void look(String name, Instrumentation owner) {
    String path = name.replace('.', '/');
    try {
      URL file = application.getResource(path + ".class");
      if (file == null) {
        return;
      }
      if (file.getProtocol().equals("jrt")) {
        status.beyondReach(owner, name);
        return;
      }
      byte[] classFile = read(file);
      List<HookIndex.Entry> entries = index.entriesFor(path, classFile, true);
      if (index.isWoven(classFile)) {
        woven.add(name);
        status.rewritten(path, entries, List.of());
      } else if (isToBeWoven(classFile, entries)) {
        status.notWoven(owner, name);
      }
    } catch (IOException | RuntimeException unreadable) {
      status.rewriteFailed(path, unreadable);
    }
  }

  /** Whether a rewrite would change it, or misses something: some versions need none. */
  private static boolean isToBeWoven(byte[] classFile, List<HookIndex.Entry> entries) {
    ClassRewriter.Result result = ClassRewriter.rewrite(classFile, HookIndex.hooks(entries));
    return result.classFile() != null || !result.missing().isEmpty();
  }

  private Class<?> type(String name) {
    try {
      return Class.forName(name, false, application);
    } catch (ClassNotFoundException | LinkageError unusable) {
      return null;
    }
  }

  private static byte[] read(URL file) throws IOException {
    try (InputStream in = file.openStream()) {
      return in.readAllBytes();
    }
  }
}
