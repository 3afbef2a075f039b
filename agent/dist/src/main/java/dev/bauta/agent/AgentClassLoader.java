package dev.bauta.agent;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Holds the agent apart from the application: its classes lie in the jar under {@code inst/} with a
 * suffix that no scanner takes for a class, and its parent is the platform loader, so neither side
 * ever sees the other's libraries.
 */
final class AgentClassLoader extends ClassLoader {

  private static final String FOLDER = "inst/";
  private static final String SUFFIX = ".classdata";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private final ProtectionDomain domain;
  private final URL base;

  AgentClassLoader(File file) throws IOException {
    super("bauta", ClassLoader.getPlatformClassLoader());
    // Unverified: signatures of our own jar would load the security providers before main.
    this.jar = new JarFile(file, false);
    this.base = file.toURI().toURL();
    this.domain =
        new ProtectionDomain(new CodeSource(base, (Certificate[]) null), null, this, null);
  }

  /** A loader over the jar that this class is in. */
  static AgentClassLoader open() throws Exception {
    CodeSource source = AgentClassLoader.class.getProtectionDomain().getCodeSource();
    if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
      throw new IllegalStateException("the agent must run from its own jar, bauta-agent.jar");
    }
    return new AgentClassLoader(new File(new URI(source.getLocation().toString())));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile;
    try {
      classFile = read(FOLDER + name.replace('.', '/') + SUFFIX);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, classFile, 0, classFile.length, domain);
  }

  @Override
  protected URL findResource(String name) {
    String entry = name.endsWith(".class") ? name.substring(0, name.length() - 6) + SUFFIX : name;
    return jar.getEntry(FOLDER + entry) == null ? null : url(FOLDER + entry);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL url = findResource(name);
    return url == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singleton(url));
  }

  private byte[] read(String entry) throws IOException {
    ZipEntry found = jar.getEntry(entry);
    if (found == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(found)) {
      return in.readAllBytes();
    }
  }

  /** A handler of its own: servers switch the JVM's cache of jar connections off, or clear it. */
  private URL url(String entry) {
    try {
      return new URL(base, "bauta:" + entry, new EntryHandler());
    } catch (IOException impossible) {
      return null;
    }
  }

  private final class EntryHandler extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          byte[] content = read(url.getPath());
          if (content == null) {
            throw new IOException("no entry " + url.getPath());
          }
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
