package dev.bauta.maven;

import dev.bauta.agent.core.ClassWeaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Weaves a folder of classes in place; files that need nothing keep their time. */
final class ClassesFolder {

  private final ClassWeaver weaver;

  ClassesFolder(ClassWeaver weaver) {
    this.weaver = weaver;
  }

  Part weave(Path folder, String name) throws IOException {
    Map<String, byte[]> classFiles = new TreeMap<>();
    for (Path file : files(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (Classes.isOne(path)) {
        classFiles.put(path, Files.readAllBytes(file));
      }
    }
    Classes classes = new Classes(weaver);
    for (Map.Entry<String, byte[]> changed : classes.weave(classFiles).entrySet()) {
      Files.write(folder.resolve(changed.getKey()), changed.getValue());
    }
    return classes.part(name);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
