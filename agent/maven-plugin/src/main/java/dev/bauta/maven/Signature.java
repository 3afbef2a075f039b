package dev.bauta.maven;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** What a signed jar holds besides its content; it does not fit a jar that was changed. */
final class Signature {

  private static final String FOLDER = "META-INF/";

  private Signature() {}

  /** Whether an entry is part of a jar's signature. */
  static boolean isPart(String entry) {
    String name = entry.toUpperCase(Locale.ROOT);
    if (!name.startsWith(FOLDER) || name.indexOf('/', FOLDER.length()) >= 0) {
      return false;
    }
    return name.endsWith(".SF")
        || name.endsWith(".RSA")
        || name.endsWith(".DSA")
        || name.endsWith(".EC")
        || name.startsWith(FOLDER + "SIG-");
  }

  /** A manifest without the digests of the entries. */
  static byte[] withoutDigests(byte[] manifest) throws IOException {
    Manifest read = new Manifest(new ByteArrayInputStream(manifest));
    read.getEntries().values().forEach(Signature::dropDigests);
    read.getEntries().values().removeIf(Attributes::isEmpty);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    read.write(out);
    return out.toByteArray();
  }

  private static void dropDigests(Attributes attributes) {
    attributes
        .keySet()
        .removeIf(name -> name.toString().toUpperCase(Locale.ROOT).contains("-DIGEST"));
  }
}
