package dev.bauta.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a {@code bauta.yaml}. */
final class ConfigFile {

  private ConfigFile() {}

  static Path write(Path folder, String yaml) {
    try {
      return Files.writeString(folder.resolve("bauta.yaml"), yaml);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
