package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.testing.Libraries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One published version with what it runs on. */
record Log4jVersion(String version) {

  static Stream<Log4jVersion> all() {
    return Libraries.jars("log4j-core-").stream()
        .map(jar -> jar.getFileName().toString())
        .map(name -> name.substring("log4j-core-".length(), name.length() - ".jar".length()))
        .map(Log4jVersion::new);
  }

  /** The oldest, the last before 2.25 and the newest. */
  static Stream<Log4jVersion> sample() {
    List<Log4jVersion> all = all().toList();
    return all.stream()
        .filter(
            v -> v == all.get(0) || v.version.startsWith("2.24.") || v == all.get(all.size() - 1));
  }

  Path jar(String artifact) {
    return Libraries.jar(artifact + "-" + version + ".jar");
  }

  /** 2.23 is the first that knows version 4 of the disruptor. */
  String disruptor() {
    return Integer.parseInt(version.split("\\.")[1]) < 23 ? "3.4.4" : "4.0.0";
  }

  List<Path> classPath() {
    List<Path> jars = new ArrayList<>();
    jars.add(jar("log4j-api"));
    jars.add(jar("log4j-core"));
    Path template = Path.of("target", "libs", "log4j-layout-template-json-" + version + ".jar");
    if (Files.exists(template)) {
      jars.add(template);
    }
    jars.add(Libraries.jar("disruptor-" + disruptor() + ".jar"));
    jars.addAll(Libraries.jars("log4j2-ecs-layout-"));
    jars.addAll(Libraries.jars("ecs-logging-core-"));
    jars.addAll(Libraries.jars("jackson-"));
    jars.addAll(Libraries.jars("stax2-api-"));
    jars.addAll(Libraries.jars("woodstox-core-"));
    jars.add(Libraries.testClasses());
    return jars;
  }

  @Override
  public String toString() {
    return version;
  }
}
