package dev.bauta.maven;

import dev.bauta.agent.core.ClassWeaver;
import dev.bauta.agent.core.ClassWeaver.Outcome;
import dev.bauta.agent.core.ClassWeaver.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes of one folder or jar, woven together: what is seen in one may say that another is to
 * be rewritten, too. Used by one thread, once.
 */
final class Classes {

  private static final String SUFFIX = ".class";
  private static final Pattern OF_A_RELEASE = Pattern.compile("META-INF/versions/\\d+/(.+)");

  private final ClassWeaver weaver;
  private final Map<String, byte[]> rewritten = new LinkedHashMap<>();
  private final Set<String> libraries = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();
  private int wovenBefore;

  Classes(ClassWeaver weaver) {
    this.weaver = weaver;
  }

  /** Whether a file of this path, with slashes, is a class. */
  static boolean isOne(String path) {
    return path.endsWith(SUFFIX);
  }

  /** Weaves class files by their paths; gives those that were changed. */
  Map<String, byte[]> weave(Map<String, byte[]> classFiles) {
    Map<String, byte[]> untouched = new LinkedHashMap<>();
    classFiles.forEach(
        (path, classFile) -> {
          if (!weave(path, classFile)) {
            untouched.put(path, classFile);
          }
        });
    untouched.forEach(this::weave); // once more, now that all were seen
    return rewritten;
  }

  /** What became of them. */
  Part part(String name) {
    return new Part(name, rewritten.size(), wovenBefore, libraries, faults, false);
  }

  private boolean weave(String path, byte[] classFile) {
    Outcome outcome = weaver.weave(className(path), classFile);
    if (outcome.state() == State.UNTOUCHED) {
      return false;
    }
    libraries.addAll(outcome.libraries());
    faults.addAll(outcome.faults());
    if (outcome.state() == State.WOVEN_BEFORE) {
      wovenBefore++;
    }
    if (outcome.classFile() != null) {
      rewritten.put(path, outcome.classFile());
    }
    return true;
  }

  private static String className(String path) {
    Matcher release = OF_A_RELEASE.matcher(path);
    String own = release.matches() ? release.group(1) : path;
    return own.substring(0, own.length() - SUFFIX.length());
  }
}
