package dev.bauta.service.app;

import dev.bauta.service.access.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The newest position of the grants this instance has seen committed, in a file beside the
 * database. A database that is behind it was restored from a backup: agents would refuse its
 * versions, so it starts a new epoch.
 */
final class HighWater {
  private final Path file;
  private Position last; // guarded by this

  HighWater(Path file) {
    this.file = file;
  }

  Optional<Position> read() {
    try {
      if (!Files.exists(file)) return Optional.empty();
      String[] parts = Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", -1);
      return Optional.of(new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty(); // half-written at a power cut: as good as none
    }
  }

  synchronized void write(Position position) {
    if (position.equals(last)) return;
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(
          fresh, position.epoch() + " " + position.version() + "\n", StandardCharsets.US_ASCII);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      last = position;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
