package dev.bauta.agent.core;

import dev.bauta.agent.api.ClassRewriter;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.engine.RuleFile;
import dev.bauta.engine.RuleFileException;
import dev.bauta.engine.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rewrites class files at build time, by the index and with the hooks that the agent uses while
 * classes load. Every sink is woven: what is done with its values is decided where they run. Used
 * by one thread.
 */
public final class ClassWeaver {

  /** What became of a class file. */
  public enum State {
    /** No hook is for it. */
    UNTOUCHED,
    /** It was rewritten. */
    WOVEN,
    /** It was rewritten before, and is left as it is: twice would mask twice. */
    WOVEN_BEFORE,
    /** A hook is for it and could not be put in, or not in every place. */
    FAILED
  }

  /**
   * What became of one class.
   *
   * @param className with dots
   * @param classFile the new class file, or null where it stays as it is
   * @param libraries the instrumentations whose hooks are for it, such as {@code logback-1.2}
   * @param faults what is missing in it, or why it was not rewritten; a value that goes out there
   *     is not hidden
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Outcome(
      String className,
      State state,
      byte[] classFile,
      Set<String> libraries,
      List<String> faults) {}

  private static final String OF_THE_JDK = "java.";

  /** Whether values are tracked is decided at run time; nothing is kept here. */
  private static final TrackingSettings SEEN = new TrackingSettings(64, 1, true);

  private final HookIndex index;
  private final Linker linker;
  private final Set<String> beyondReach = new TreeSet<>();

  private ClassWeaver(RuleSet rules) {
    Counters counters = new Counters();
    ViewerContext viewers = new ViewerContext(() -> false);
    MaskingService masking =
        new MaskingService(
            rules,
            new SinkModes(Modes.all(Mode.MASK)),
            new Sightings(counters),
            Reveals.NOTHING,
            viewers,
            new Tracking(SEEN, counters),
            counters);
    List<Instrumentation> used = new ArrayList<>();
    for (Instrumentation one : AgentStart.instrumentations()) {
      if (!one.isOptional()) {
        used.add(one);
      }
    }
    this.index = new HookIndex(used, masking);
    this.linker = new Linker(new LinkTable(masking), masking, viewers, used, new Wake());
    index
        .ownersByBinaryName()
        .forEach(
            (name, owner) -> {
              if (name.startsWith(OF_THE_JDK)) {
                beyondReach.add(name.substring(0, name.lastIndexOf('.')));
              }
            });
  }

  /** A weaver for the built-in rules. */
  public static ClassWeaver withBuiltInRules() {
    return new ClassWeaver(RuleSet.builtIn());
  }

  /**
   * A weaver for the rules of a file. They say which classes to rewrite besides those that
   * libraries and {@code @Pii} name; how values are hidden is not woven in.
   *
   * @throws RuleFileException naming every fault of the file
   * @throws IOException where it cannot be read
   */
  public static ClassWeaver withRules(Path file) throws IOException, RuleFileException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return new ClassWeaver(RuleFile.parse(file.toString(), text).rules());
  }

  /** Packages of the JDK that the agent rewrites and that no build can. */
  public Set<String> beyondReach() {
    return Set.copyOf(beyondReach);
  }

  /**
   * Rewrites a class file. Some hooks follow from classes seen before (a builder's from what it
   * builds): what stays untouched may be asked for again when all others were seen.
   *
   * @param name of the class, with slashes
   */
  public Outcome weave(String name, byte[] classFile) {
    Set<String> libraries = new TreeSet<>();
    try {
      List<HookIndex.Entry> entries = index.entriesFor(name, classFile, true);
      if (entries == null) {
        return new Outcome(dotted(name), State.UNTOUCHED, null, libraries, List.of());
      }
      for (HookIndex.Entry entry : entries) {
        libraries.add(entry.owner().name());
      }
      if (index.isWoven(classFile)) {
        return new Outcome(dotted(name), State.WOVEN_BEFORE, null, libraries, List.of());
      }
      linker.link(entries);
      ClassRewriter.Result result = ClassRewriter.rewrite(classFile, HookIndex.hooks(entries));
      byte[] woven = result.classFile() == null ? null : WovenLink.explained(result.classFile());
      State state = woven == null ? State.UNTOUCHED : State.WOVEN;
      if (!result.missing().isEmpty()) {
        state = State.FAILED;
      }
      return new Outcome(dotted(name), state, woven, libraries, result.missing());
    } catch (RuntimeException | LinkageError failure) {
      // The message of ASM for a class of a newer Java says so, and holds nothing else.
      List<String> why = List.of(dotted(name) + ": cannot be rewritten: " + failure);
      return new Outcome(dotted(name), State.FAILED, null, libraries, why);
    }
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }
}
