package dev.bauta.service.app;

import dev.bauta.grants.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;

/**
 * The two Ed25519 key pairs in the data folder, made at the first start: {@code grants.key} signs
 * what agents believe, {@code audit.key} what auditors believe. PKCS#8 and X.509 as PEM; private
 * ones readable by their owner alone.
 */
final class KeyFiles {
  private KeyFiles() {}

  static KeyPair loadOrCreate(Path folder, String name) {
    Path privateFile = folder.resolve(name + ".key");
    Path publicFile = folder.resolve(name + ".pub");
    try {
      if (!Files.exists(privateFile)) create(privateFile, publicFile);
      return new KeyPair(
          Keys.readPublic(Files.readString(publicFile, StandardCharsets.US_ASCII)),
          Keys.readPrivate(Files.readString(privateFile, StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read or make the keys " + privateFile + " and " + publicFile, e);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          List.of(
              privateFile
                  + ": "
                  + e.getMessage()
                  + "; restore both files of this key from your backup"));
    }
  }

  private static void create(Path privateFile, Path publicFile) throws IOException {
    Files.createDirectories(privateFile.getParent());
    KeyPair pair = Keys.generate();
    // the public half first: a crash in between leaves no private key without it
    Files.writeString(publicFile, Keys.writePublic(pair.getPublic()), StandardCharsets.US_ASCII);
    Path fresh = privateFile.resolveSibling(privateFile.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(fresh);
    }
    Files.writeString(
        fresh,
        Keys.writePrivate(pair.getPrivate()),
        StandardCharsets.US_ASCII,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(fresh, privateFile);
  }
}
