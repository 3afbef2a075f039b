package dev.bauta.service.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The signed checkpoints once more, outside the database: whoever rewrites or truncates the log in
 * there contradicts this file. Copy it to where the service cannot write. Thread-safe.
 */
final class CheckpointFile {
  private static final String SIGNATURE = "\u2014 ";

  private final Path file;
  private String last;

  CheckpointFile(Path file) {
    this.file = file;
  }

  synchronized void append(String note) {
    if (note.equals(last)) return;
    try {
      Files.writeString(
          file,
          note + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
      last = note;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** All notes; a last one that was cut off by a crash is left out. */
  static List<String> read(Path file) {
    if (!Files.exists(file)) return List.of();
    List<String> notes = new ArrayList<>();
    StringBuilder note = new StringBuilder();
    try {
      for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
        if (note.length() == 0 && line.isEmpty()) continue;
        note.append(line).append('\n');
        if (line.startsWith(SIGNATURE)) {
          notes.add(note.toString());
          note.setLength(0);
        }
      }
      return notes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
