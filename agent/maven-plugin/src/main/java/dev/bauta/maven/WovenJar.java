package dev.bauta.maven;

import dev.bauta.agent.core.ClassWeaver;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes jars anew with their classes woven: every entry in its order with its time, the classes of
 * all releases in it, module descriptors and resources as they are. The same jar in gives the same
 * bytes out.
 */
final class WovenJar {

  private final ClassWeaver weaver;

  WovenJar(ClassWeaver weaver) {
    this.weaver = weaver;
  }

  /**
   * Weaves one jar.
   *
   * @param to written over, if there is something to weave
   * @param copies whether it is also written where there is nothing to weave, byte by byte
   */
  Part write(Path from, Path to, boolean copies) throws IOException {
    try (JarFile jar = new JarFile(from.toFile(), false)) { // unverified: signed ones are changed
      Map<String, ZipEntry> entries = new LinkedHashMap<>();
      Map<String, byte[]> classFiles = new LinkedHashMap<>();
      for (ZipEntry entry : Collections.list(jar.entries())) {
        entries.putIfAbsent(entry.getName(), entry);
        if (Classes.isOne(entry.getName())) {
          classFiles.putIfAbsent(entry.getName(), content(jar, entry));
        }
      }
      Classes classes = new Classes(weaver);
      Map<String, byte[]> rewritten = classes.weave(classFiles);
      Part part = classes.part(from.getFileName().toString());
      if (rewritten.isEmpty()) {
        if (copies) {
          Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        return part;
      }
      boolean signed = entries.keySet().stream().anyMatch(Signature::isPart);
      write(jar, List.copyOf(entries.values()), rewritten, signed, to);
      return signed ? part.withoutSignature() : part;
    }
  }

  private static void write(
      JarFile jar, List<ZipEntry> entries, Map<String, byte[]> rewritten, boolean signed, Path to)
      throws IOException {
    try (OutputStream file = Files.newOutputStream(to);
        ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(file))) {
      for (ZipEntry entry : entries) {
        String name = entry.getName();
        if (signed && Signature.isPart(name)) {
          continue;
        }
        byte[] content = rewritten.get(name);
        if (content == null) {
          content = content(jar, entry);
        }
        if (signed && name.equals(JarFile.MANIFEST_NAME)) {
          content = Signature.withoutDigests(content);
        }
        out.putNextEntry(like(entry, content));
        out.write(content);
        out.closeEntry();
      }
    }
  }

  /** Nested jars must stay stored: some launchers read them in place. */
  private static ZipEntry like(ZipEntry entry, byte[] content) {
    ZipEntry copy = new ZipEntry(entry.getName());
    copy.setTimeLocal(entry.getTimeLocal());
    if (entry.getMethod() == ZipEntry.STORED) {
      CRC32 sum = new CRC32();
      sum.update(content);
      copy.setMethod(ZipEntry.STORED);
      copy.setSize(content.length);
      copy.setCrc(sum.getValue());
    }
    return copy;
  }

  private static byte[] content(JarFile jar, ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
