package dev.bauta.agent.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Loads libraries from their jars, rewritten, and child first: what is in the given jars and
 * folders comes from there, the JDK from the platform, and only the named shared packages from the
 * test's own class path. The verifier sees every class that is linked.
 */
public final class RewritingLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final Rewriter rewriter;
  private final List<String> shared = new CopyOnWriteArrayList<>();
  private final ConcurrentHashMap<String, Rewriter.Result> rewritten = new ConcurrentHashMap<>();

  RewritingLoader(Rewriter rewriter, Collection<Path> jarsAndFolders) {
    super(urls(jarsAndFolders), ClassLoader.getPlatformClassLoader());
    this.rewriter = rewriter;
    share("org.junit.", "org.assertj.", "org.opentest4j.", "dev.bauta.agent.testing.");
  }

  /** Takes classes whose names start so from the test's class path where the jars have none. */
  public RewritingLoader share(String... prefixes) {
    shared.addAll(List.of(prefixes));
    return this;
  }

  /** The hooked classes loaded so far, by binary name, with what came of their rewrites. */
  public ConcurrentHashMap<String, Rewriter.Result> rewritten() {
    return rewritten;
  }

  /** Creates an object of a class without constructor arguments, as a type the test shares. */
  public <T> T create(String className, Class<T> as) {
    try {
      var constructor = loadClass(className).getDeclaredConstructor();
      constructor.setAccessible(true);
      return as.cast(constructor.newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + className, e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        loaded = find(name);
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  private Class<?> find(String name) throws ClassNotFoundException {
    URL own = name.startsWith("java.") ? null : findResource(name.replace('.', '/') + ".class");
    if (own != null) {
      return define(name, own);
    }
    for (String prefix : shared) {
      if (name.startsWith(prefix)) {
        return RewritingLoader.class.getClassLoader().loadClass(name);
      }
    }
    return getParent().loadClass(name);
  }

  private Class<?> define(String name, URL file) {
    byte[] classFile;
    try (InputStream in = file.openStream()) {
      classFile = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Rewriter.Result result = rewriter.rewrite(classFile);
    if (result.edits() > 0 || !result.missing().isEmpty()) {
      rewritten.put(name, result);
    }
    byte[] code = result.classFile();
    definePackageOf(name, file);
    return defineClass(name, code, 0, code.length);
  }

  /** With the jar's manifest: libraries compare their parts' versions. */
  private void definePackageOf(String className, URL file) {
    int dot = className.lastIndexOf('.');
    if (dot < 0 || getDefinedPackage(className.substring(0, dot)) != null) {
      return;
    }
    String name = className.substring(0, dot);
    try {
      if (file.openConnection() instanceof JarURLConnection jar && jar.getManifest() != null) {
        definePackage(name, jar.getManifest(), null);
      } else {
        definePackage(name, null, null, null, null, null, null, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException definedByAnotherThread) {
      // as wished
    }
  }

  private static URL[] urls(Collection<Path> paths) {
    List<URL> urls = new ArrayList<>();
    for (Path path : paths) {
      try {
        urls.add(path.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(path.toString(), e);
      }
    }
    return urls.toArray(new URL[0]);
  }
}
