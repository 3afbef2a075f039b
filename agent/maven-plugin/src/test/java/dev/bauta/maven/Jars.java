package dev.bauta.maven;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Jars for the tests: published ones, and ones made of sources and of other jars. */
final class Jars {

  private Jars() {}

  /** The published jar that a class is from. */
  static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Every entry, in order, the manifest included. */
  static Map<String, byte[]> entries(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (JarInputStream in = new JarInputStream(Files.newInputStream(jar), false)) {
      if (in.getManifest() != null) {
        ByteArrayOutputStream manifest = new ByteArrayOutputStream();
        in.getManifest().write(manifest);
        entries.put("META-INF/MANIFEST.MF", manifest.toByteArray());
      }
      for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  /** A jar of these entries. */
  static Path write(Path jar, Map<String, byte[]> entries) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }

  /** Compiles one source file below a folder, for the tests' class path. */
  static Path compile(Path folder, String file, String source) throws IOException {
    Path java = Files.writeString(folder.resolve(file), source);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    String classPath = System.getProperty("java.class.path");
    List<String> arguments =
        List.of("--release", "17", "-cp", classPath, "-d", classes.toString(), java.toString());
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]))
        != 0) {
      throw new IllegalStateException(file + " does not compile");
    }
    return classes;
  }

  /** The bytes of a class that the tests can load. */
  static byte[] classFile(Class<?> type) throws IOException {
    String path = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }

  /** Loads a class from a jar or folder and has every method in it verified. */
  static Class<?> verified(String name, Path... from) throws Exception {
    URL[] urls = new URL[from.length];
    for (int i = 0; i < from.length; i++) {
      urls[i] = from[i].toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      return Class.forName(name, true, loader); // initialised, and so verified before
    }
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
