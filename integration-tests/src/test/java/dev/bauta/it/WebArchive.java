package dev.bauta.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The web application that the build made. */
final class WebArchive {

  private WebArchive() {}

  /** Unpacks it into a new folder, and returns that. */
  static Path explode(Path folder) throws IOException {
    try (InputStream file = Files.newInputStream(Layout.app("war", "people.war"));
        ZipInputStream war = new ZipInputStream(file)) {
      for (ZipEntry entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(war, target);
        }
      }
    }
    return folder;
  }
}
