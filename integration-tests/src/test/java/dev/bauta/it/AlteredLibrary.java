package dev.bauta.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** A library that works as published, but in which a method has another name. */
final class AlteredLibrary {

  private AlteredLibrary() {}

  /**
   * The jars of a library, one of which is altered.
   *
   * @param owner the internal name of the class whose method is renamed, in all callers as well
   */
  static List<Path> of(List<Path> jars, String jar, String owner, String method, Path folder) {
    List<Path> altered = new ArrayList<>();
    int found = 0;
    for (Path one : jars) {
      if (one.getFileName().toString().startsWith(jar)) {
        altered.add(alter(one, owner, method, folder.resolve(one.getFileName())));
        found++;
      } else {
        altered.add(one);
      }
    }
    if (found != 1) {
      throw new IllegalStateException(found + " jars begin with " + jar);
    }
    return altered;
  }

  private static Path alter(Path from, String owner, String method, Path to) {
    Remapper renaming =
        new Remapper() {
          @Override
          public String mapMethodName(String of, String name, String descriptor) {
            return of.equals(owner) && name.equals(method) ? name + "Renamed" : name;
          }
        };
    Set<String> seen = new HashSet<>();
    try (JarFile jar = new JarFile(from.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
      for (Enumeration<JarEntry> e = jar.entries(); e.hasMoreElements(); ) {
        JarEntry entry = e.nextElement();
        if (entry.isDirectory() || !seen.add(entry.getName())) {
          continue;
        }
        out.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = jar.getInputStream(entry)) {
          byte[] content = in.readAllBytes();
          out.write(entry.getName().endsWith(".class") ? rename(content, renaming) : content);
        }
        out.closeEntry();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return to;
  }

  private static byte[] rename(byte[] classFile, Remapper renaming) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new ClassRemapper(writer, renaming), 0);
    return writer.toByteArray();
  }
}
