package dev.bauta.it;

import java.nio.file.Path;

/** One installed JDK. */
record Jdk(int feature, String version, Path home) {

  Path java() {
    return home.resolve("bin/java");
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
