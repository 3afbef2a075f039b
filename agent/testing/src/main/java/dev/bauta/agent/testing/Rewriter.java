package dev.bauta.agent.testing;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.ClassRewriter;
import dev.bauta.agent.api.Masking;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;

/**
 * Applies hooks to class files the way the agent does: dynamic constants from class file version 50
 * on (raised to 55) where stack maps are present, the same calls in line else; stack sizes
 * computed, frames not.
 */
public final class Rewriter {

  /**
   * What came of a rewrite.
   *
   * @param classFile the class file, the one given when nothing was changed
   * @param edits how many places were changed
   * @param missing the hook points that were not found
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Result(byte[] classFile, int edits, List<String> missing) {}

  private final List<ClassHook> hooks;
  private final Masking rules;
  private final Predicate<String> also;
  private final boolean raising;

  /** A rewriter for these hooks, without rules for members of classes. */
  public Rewriter(List<ClassHook> hooks) {
    this(hooks, null, name -> false);
  }

  /**
   * A rewriter for these hooks.
   *
   * @param rules asked for the classes that they name
   * @param also asked for classes that others name
   */
  public Rewriter(List<ClassHook> hooks, Masking rules, Predicate<String> also) {
    this(hooks, rules, also, true);
  }

  private Rewriter(List<ClassHook> hooks, Masking rules, Predicate<String> also, boolean raising) {
    this.hooks = List.copyOf(hooks);
    this.rules = rules;
    this.also = also;
    this.raising = raising;
  }

  /** One that leaves class file versions as they are, to try the link of old class files. */
  public Rewriter withoutRaising() {
    return new Rewriter(hooks, rules, also, false);
  }

  /** Whether a class of this internal name is hooked by name. */
  public boolean names(String internalName) {
    // loops, no streams: this runs inside class loading, where a stream's own classes may be
    // loading
    for (ClassHook hook : hooks) {
      if (internalName.equals(hook.className())) {
        return true;
      }
    }
    return false;
  }

  /** Rewrites one class file. */
  public Result rewrite(byte[] classFile) {
    String name = new ClassReader(classFile).getClassName();
    List<ClassHook> matching = new ArrayList<>();
    for (ClassHook hook : hooks) {
      boolean ruled = hook.className() == null && hook.constant() == null && !hook.ofOrigins();
      if (name.equals(hook.className())
          || (hook.constant() != null && holds(classFile, hook.constant()) && hook.means(classFile))
          || (ruled && (rules != null && rules.namesClass(name) || also.test(name)))
          || (hook.ofOrigins()
              && hook.className() == null
              && rules != null
              && rules.namesCaller(name))) {
        matching.add(hook);
      }
    }
    if (matching.isEmpty()) {
      return new Result(classFile, 0, List.of());
    }
    ClassRewriter.Result result = ClassRewriter.rewrite(classFile, matching, raising);
    checkFilters(name, classFile, matching, result);
    byte[] rewritten = result.classFile() == null ? classFile : result.classFile();
    return new Result(rewritten, result.edits(), List.copyOf(result.missing()));
  }

  /** What a hook says it looks at must be all that it looks at. */
  private void checkFilters(
      String name, byte[] classFile, List<ClassHook> matching, ClassRewriter.Result filtered) {
    List<ClassHook> readingAll = new ArrayList<>();
    for (ClassHook hook : matching) {
      readingAll.add(hook.readingOnly(null));
    }
    ClassRewriter.Result all = ClassRewriter.rewrite(classFile, readingAll, raising);
    if (all.edits() != filtered.edits() || !all.missing().equals(filtered.missing())) {
      throw new AssertionError(
          name + ": " + filtered.edits() + " edits, and " + all.edits() + " without its filter");
    }
  }

  /** Whether the class file holds a UTF-8 constant of exactly this ASCII text. */
  private static boolean holds(byte[] classFile, String constant) {
    byte[] text = constant.getBytes(StandardCharsets.US_ASCII);
    byte[] entry = new byte[text.length + 3];
    entry[0] = 1;
    entry[1] = (byte) (text.length >> 8);
    entry[2] = (byte) text.length;
    System.arraycopy(text, 0, entry, 3, text.length);
    for (int i = 0; i + entry.length <= classFile.length; i++) {
      int n = 0;
      while (n < entry.length && classFile[i + n] == entry[n]) {
        n++;
      }
      if (n == entry.length) {
        return true;
      }
    }
    return false;
  }
}
