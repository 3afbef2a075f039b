package dev.bauta.agent.testing;

import dev.bauta.agent.AgentPremain;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The agent of one test: instrumentations, linked to simple masking. Creating one makes it the
 * target of the link; a call site keeps the functions it found first, so load libraries anew (in
 * {@link #load}) for each test.
 */
public final class TestAgent {

  private final List<Instrumentation> instrumentations;
  private final Rewriter rewriter;
  private final TestViewers viewers = new TestViewers();
  private final TestMasking masking = new TestMasking(viewers);
  private final TestLinks links = new TestLinks(masking);
  private final Map<String, Rewriter.Result> transformed = new ConcurrentHashMap<>();

  private TestAgent(List<Instrumentation> instrumentations) {
    this.instrumentations = instrumentations;
    List<ClassHook> hooks = new ArrayList<>();
    for (Instrumentation instrumentation : instrumentations) {
      hooks.addAll(instrumentation.hooks());
      instrumentation.link(links, masking, viewers);
    }
    rewriter = new Rewriter(hooks, masking, this::alsoRewrites);
  }

  /** A loop: this runs inside class loading. */
  private boolean alsoRewrites(String className) {
    for (Instrumentation instrumentation : instrumentations) {
      if (instrumentation.alsoRewrites(className)) {
        return true;
      }
    }
    return false;
  }

  private TestAgent linked() {
    AgentPremain.link = links;
    return this;
  }

  /** An agent with these instrumentations. */
  public static TestAgent of(Instrumentation... instrumentations) {
    return new TestAgent(List.of(instrumentations)).linked();
  }

  /** An agent with every instrumentation that the class path announces. */
  public static TestAgent ofServices() {
    List<Instrumentation> found = new ArrayList<>();
    ServiceLoader.load(Instrumentation.class).forEach(found::add);
    return new TestAgent(found).linked();
  }

  /** The instrumentations. */
  public List<Instrumentation> instrumentations() {
    return instrumentations;
  }

  /** The masking that hooks ask. */
  public TestMasking masking() {
    return masking;
  }

  /** Who is looking. */
  public TestViewers viewers() {
    return viewers;
  }

  /** The functions that rewritten code finds. */
  public TestLinks links() {
    return links;
  }

  /** The rewriter with all hooks. */
  public Rewriter rewriter() {
    return rewriter;
  }

  /** Libraries (jars, or folders of classes), rewritten in a loader of their own. */
  public RewritingLoader load(Path... jarsAndFolders) {
    return new RewritingLoader(rewriter, List.of(jarsAndFolders));
  }

  /** As {@link #load(Path...)}. */
  public RewritingLoader load(List<Path> jarsAndFolders) {
    return new RewritingLoader(rewriter, jarsAndFolders);
  }

  /** As {@link #load(List)}, with class file versions left as they are. */
  public RewritingLoader loadWithoutRaising(List<Path> jarsAndFolders) {
    return new RewritingLoader(rewriter.withoutRaising(), jarsAndFolders);
  }

  /** What came of rewriting classes in the JVM itself, by binary name. */
  public Map<String, Rewriter.Result> transformed() {
    return new TreeMap<>(transformed);
  }

  /** Rewrites in the JVM itself: what will be loaded, and what is loaded already. */
  public void install(java.lang.instrument.Instrumentation jvm) throws UnmodifiableClassException {
    jvm.addTransformer(new Transformer(), true);
    for (Class<?> loaded : jvm.getAllLoadedClasses()) {
      if (rewriter.names(loaded.getName().replace('.', '/')) && jvm.isModifiableClass(loaded)) {
        jvm.retransformClasses(loaded);
      }
    }
  }

  private final class Transformer implements ClassFileTransformer {
    @Override
    public byte[] transform(
        ClassLoader loader,
        String name,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] classFile) {
      boolean ours = name == null || name.startsWith("dev/bauta/agent/testing/");
      if (ours || (loader == null && !rewriter.names(name))) {
        return null;
      }
      try {
        Rewriter.Result result = rewriter.rewrite(classFile);
        if (result.edits() == 0 && result.missing().isEmpty()) {
          return null;
        }
        transformed.put(name.replace('/', '.'), result);
        return result.classFile();
      } catch (Throwable failure) {
        masking.failed(failure);
        return null;
      }
    }
  }
}
