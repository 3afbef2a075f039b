package dev.bauta.service.app;

import dev.bauta.service.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;

/** What lies where in the data folder. */
record DataFolder(Path root) {
  /** Makes the folder, readable by its owner alone, if it is not there. */
  void create() {
    try {
      if (Files.exists(root)) return;
      if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(
            root,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(root);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot make the data folder " + root + "; name another with data:", e);
    }
  }

  /**
   * Keeps other services out of the folder until it is closed. The command line's tools need no
   * lock.
   */
  AutoCloseable lock() {
    try {
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isMine(channel)) return channel;
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock the data folder " + root, e);
    }
    throw new ConfigException(
        List.of("Another service works on " + root + "; stop it, or name another with data:"));
  }

  private static boolean isMine(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // held in this very process
    }
  }

  Path database() {
    return root.resolve("bauta.db");
  }

  Path keys() {
    return root.resolve("keys");
  }

  Path checkpoints() {
    return root.resolve("checkpoints.txt");
  }

  Path position() {
    return root.resolve("grants-position");
  }

  KeyPair grantsKey() {
    return KeyFiles.loadOrCreate(keys(), "grants");
  }

  KeyPair auditKey() {
    return KeyFiles.loadOrCreate(keys(), "audit");
  }

  Database open(ServiceConfig config) {
    return config
        .postgres()
        .map(p -> Database.postgres(p.url(), p.user().orElse(null), p.password().orElse(null)))
        .orElseGet(() -> Database.sqlite(database()));
  }
}
