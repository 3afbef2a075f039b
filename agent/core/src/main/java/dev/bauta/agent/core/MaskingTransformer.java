package dev.bauta.agent.core;

import dev.bauta.agent.api.ClassRewriter;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;

/**
 * The one transformer: a look-up of the exact name, a scan of the constant pool, and only on a hit
 * ASM. Called by whichever thread loads a class; it loads and logs nothing of the application's.
 */
final class MaskingTransformer implements ClassFileTransformer {

  private final HookIndex index;
  private final Linker linker;
  private final SinkStatus status;
  private final ApplicationSighting sighting;
  private final RewrittenClasses rewritten;
  private final ClassLoader agentLoader;
  private final ClassLoader platformLoader;

  /**
   * Begins to rewrite: what is loaded already now, the rest as it is loaded. Here and not in the
   * start, whose other way runs in JVMs that do not know what a transformer is.
   *
   * @return what looks after the loaded classes from now on
   */
  static LoadedClasses begin(
      Instrumentation jvm,
      HookIndex index,
      Linker linker,
      SinkStatus status,
      ApplicationSighting sighting) {
    RewrittenClasses rewritten = new RewrittenClasses();
    ClassLoader own = MaskingTransformer.class.getClassLoader();
    jvm.addTransformer(
        new MaskingTransformer(index, linker, status, sighting, rewritten, own), true);
    LoadedClasses loaded = new LoadedClasses(jvm, index, status, rewritten);
    loaded.catchUpBeforeMain();
    return loaded;
  }

  private MaskingTransformer(
      HookIndex index,
      Linker linker,
      SinkStatus status,
      ApplicationSighting sighting,
      RewrittenClasses rewritten,
      ClassLoader agentLoader) {
    this.index = index;
    this.linker = linker;
    this.status = status;
    this.sighting = sighting;
    this.rewritten = rewritten;
    this.agentLoader = agentLoader;
    this.platformLoader = ClassLoader.getPlatformClassLoader();
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (className == null || loader == agentLoader) {
      return null;
    }
    try {
      sighting.saw(loader);
      boolean application = loader != null && loader != platformLoader;
      List<HookIndex.Entry> entries = index.entriesFor(className, classFile, application);
      return entries == null ? null : rewrite(loader, className, classFile, entries);
    } catch (Throwable failure) {
      status.rewriteFailed(className, failure);
      return null;
    }
  }

  private byte[] rewrite(
      ClassLoader loader, String className, byte[] classFile, List<HookIndex.Entry> entries) {
    try {
      linker.link(entries);
      if (index.isWoven(classFile)) { // twice would mask twice
        status.rewritten(className, entries, List.of());
        rewritten.add(loader, className);
        return null;
      }
      ClassRewriter.Result result = ClassRewriter.rewrite(classFile, HookIndex.hooks(entries));
      if (result.classFile() != null || !result.missing().isEmpty()) {
        status.rewritten(className, entries, result.missing());
      }
      rewritten.add(loader, className);
      return result.classFile();
    } catch (Throwable failure) {
      status.rewriteFailed(className, entries, failure);
      return null;
    }
  }
}
